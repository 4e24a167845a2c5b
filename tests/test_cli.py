"""How a command ends, whatever happens in it."""

from __future__ import annotations

import errno
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.store.columns import from_list

ROOT = Path(__file__).parents[1]


def fails(*_: object) -> int:
    raise KeyError("no\nsuch thing")


def finds_no_room(*_: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def finds_damage(*_: object) -> int:
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT_INDEX
    raise error


def finds_a_damaged_list(*_: object) -> int:
    from_list("[")
    return 0


def reads_no_json(*_: object) -> int:
    json.loads("[")
    return 0


def asks_nonsense(*_: object) -> int:
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute("SELECT x FROM nowhere")
    return 0


def is_interrupted(*_: object) -> int:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (fails, 70, "onrecord: a fault of onrecord: KeyError at test_cli.py:"),
        (finds_no_room, 2, "onrecord: standard output cannot be written: No space left on device"),
        (finds_damage, 2, "onrecord: the record cannot be used (database disk image is malformed); what is damaged in"),
        (finds_a_damaged_list, 2, "onrecord: the record cannot be used (Expecting value"),
        (reads_no_json, 70, "onrecord: a fault of onrecord: JSONDecodeError at decoder.py:"),
        (asks_nonsense, 70, "onrecord: a fault of onrecord: OperationalError at test_cli.py:"),
        (is_interrupted, 130, "onrecord: interrupted; what was kept until now stays kept"),
    ],
)
def test_whatever_happens_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: object, code: int, said: str
) -> None:
    monkeypatch.setattr("onrecord.cli.looking.claims", command)
    monkeypatch.setattr("onrecord.cli._silence", lambda: None)
    assert run(["claims"]) == code
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith(said)
    assert err.count("\n") == 1


def test_looking_loads_nothing_that_reading_needs() -> None:
    """Looking at a record must be quick: libraries that read pages take a second to load."""
    heavy = "{'onnxruntime', 'tokenizers', 'trafilatura', 'sklearn', 'granian', 'onrecord.pipeline'}"
    code = f"import sys, onrecord.cli, onrecord.cli.looking; print({heavy} & set(sys.modules) or 'none')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "none\n"


def test_whoever_stops_reading_us_gets_no_complaint(tmp_path: Path) -> None:
    sample = ROOT / "samples" / "newsroom" / "pages" / "036-ledger-gone.html"
    command = f"{sys.executable} -m onrecord read {sample} {sample} {sample} --json | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert done.stderr == ""


@pytest.mark.parametrize("typed", [["claim", ""], ["search", "x", "--limit", "0"], ["claims", "--status", "bogus"], []])
def test_wrong_usage_is_told_in_one_line(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(typed)
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_empty_file_is_no_record_and_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "page.html"
    other.touch()
    assert run(["check", "--record", str(other)]) == 2
    assert "holds none" in capsys.readouterr().err
    assert other.stat().st_size == 0
