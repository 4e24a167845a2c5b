"""The command doctor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import run


def test_it_shows_what_it_found(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["doctor", "--record", str(tmp_path / "none.db")]) == 0
    assert b"reads a page and finds who speaks" in capsysbinary.readouterr().out


def test_something_bad_is_no_success(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    record = tmp_path / "a.db"
    record.write_bytes(b"no database at all")
    assert run(["doctor", "--json", "--record", str(record)]) == 1
    rows = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert {one["about"]: one["health"] for one in rows}["record"] == "bad"
