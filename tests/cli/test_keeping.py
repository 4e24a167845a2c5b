"""export and check."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.store.opening import open_record


def test_export_writes_and_says_what(gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a" / "b"
    assert run(["export", "jsonl", "-o", str(out), "--record", str(gold_record), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["file"] for row in rows} == {str(path) for path in out.iterdir()}
    assert {row["rows"] for row in rows if row["file"].endswith("articles.jsonl")} == {32}


def test_export_to_where_nothing_can_be_written(
    gold_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert run(["export", "jsonl", "-o", str(tmp_path / "file"), "--record", str(gold_record)]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_check_finds_what_is_wrong(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = tmp_path / "r.db"
    run(["add", str(story), "--body", "--record", str(record)])
    capsys.readouterr()
    assert run(["check", "--record", str(record)]) == 0
    assert capsys.readouterr() == (f"{record} holds together\n", "")
    with closing(open_record(record)) as conn:
        conn.execute("UPDATE statements SET content = 'never said' WHERE seq = 1")
    assert run(["check", "--record", str(record), "--json"]) == 1
    (problem,) = (json.loads(line)["problem"] for line in capsys.readouterr().out.splitlines())
    assert "is not what stands at its spans" in problem
