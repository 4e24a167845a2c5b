from __future__ import annotations

from pathlib import Path

import pytest

from bench.outcomes import changes, load, save
from bench.result import Result


def result(*found: str) -> Result:
    return Result("s", "d", {}, 0.0, {"found": frozenset(found)})


def test_gained_and_lost(tmp_path: Path) -> None:
    save(tmp_path / "before", [result("a", "b")])
    before = load(tmp_path / "before")
    assert not list(changes(before, [result("b", "a")]))
    assert list(changes(before, [result("b", "c")])) == ["s, found: 1 gained, 1 lost", "  + c", "  - a"]
    assert not list(changes({}, [result("b")]))
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "never")
