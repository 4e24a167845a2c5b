from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import floors, places
from bench.result import Number, Result


@pytest.fixture
def floors_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.json"
    monkeypatch.setattr(places, "FLOORS", path)
    return path


def measured(value: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a made-up suite in the place of those there are."""
    one = Number(value, "share of the made-up ones")
    result = Result("made-up", "d", {"right": one}, 0.0, {"right": frozenset(("x",))}, {"right": ["y", "z"]})

    def suites(*, quick: bool) -> Iterator[tuple[str, bench.Suite]]:
        yield "made-up", lambda: result
        if not quick:
            yield "slow", lambda: Result("slow", "d", {"right": Number(0.1, "slowly")}, 9.0)

    monkeypatch.setattr(bench, "suites", suites)


def test_raised_then_held(
    floors_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    measured(0.75, monkeypatch)
    assert bench.main(["--check", "--raise"]) == 0
    assert floors.load(floors_file) == {"made-up": {"digest": "d", "floors": {"right": 0.75}}}
    assert capsys.readouterr().out.splitlines()[-1] == "0 passed, 0 failed"
    assert bench.main(["--check"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 passed, 0 failed"
    measured(0.7, monkeypatch)
    assert bench.main(["--check", "--raise"]) == 1
    assert floors.load(floors_file)["made-up"]["floors"] == {"right": 0.75}
    told = capsys.readouterr().out.splitlines()
    assert "made-up: right is 0.700, below 0.750" in told
    assert told[-1] == "0 passed, 1 failed"


@pytest.mark.usefixtures("floors_file")
def test_misses_changes_and_a_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    measured(0.7, monkeypatch)
    assert bench.main(["--save", str(tmp_path / "run"), "--misses", "1"]) == 0
    told = capsys.readouterr().out
    assert "slowly" in told
    assert "made-up, right: 2 missed, 1 shown\n  y\n" in told
    assert bench.main(["--only", "made-up", "--against", str(tmp_path / "run")]) == 0
    assert "slowly" not in capsys.readouterr().out


@pytest.mark.usefixtures("floors_file")
def test_nothing_measured_is_no_success(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    measured(0.7, monkeypatch)
    assert bench.main(["--only", "other"]) == 2
    assert "made-up, slow" in capsys.readouterr().out


def test_what_is_measured_without_anything_beside_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "SHARED", tmp_path)
    assert [name for name, _ in bench.suites(quick=False)] == ["newsroom"]
