"""publish."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import run


def test_the_site_is_written_and_says_where_it_begins(
    gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["publish", str(tmp_path / "site"), "--record", str(gold_record), "--json"]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row["pages"] == len(list((tmp_path / "site").rglob("*.html"))) > 32
    assert Path(row["file"]).is_file()


def test_where_nothing_can_be_written_is_told_in_a_line(
    gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert run(["publish", str(tmp_path / "file"), "--record", str(gold_record)]) == 2
    assert "cannot be written" in capsys.readouterr().err
