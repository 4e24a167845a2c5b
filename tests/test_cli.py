"""How a command ends, whatever happens in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli import run

ROOT = Path(__file__).parents[1]


def fails(*_: object) -> int:
    raise KeyError("no\nsuch thing")


def is_interrupted(*_: object) -> int:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (fails, 70, "onrecord: a fault of onrecord: KeyError at test_cli.py:"),
        (is_interrupted, 130, "onrecord: interrupted; what was kept until now stays kept"),
    ],
)
def test_whatever_happens_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: object, code: int, said: str
) -> None:
    monkeypatch.setattr("onrecord.cli.looking.claims", command)
    assert run(["claims"]) == code
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith(said)
    assert err.count("\n") == 1


def test_looking_loads_nothing_that_reading_needs() -> None:
    """Looking at a record must be quick: libraries that read pages take a second to load."""
    heavy = "{'spacy', 'trafilatura', 'sklearn', 'granian', 'onrecord.pipeline'}"
    code = f"import sys, onrecord.cli, onrecord.cli.looking; print({heavy} & set(sys.modules) or 'none')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "none\n"


def test_whoever_stops_reading_us_gets_no_complaint(tmp_path: Path) -> None:
    sample = ROOT / "samples" / "newsroom" / "pages" / "036-ledger-gone.html"
    command = f"{sys.executable} -m onrecord read {sample} {sample} {sample} --json | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert done.stderr == ""
