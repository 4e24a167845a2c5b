"""What a figure counts."""

from __future__ import annotations

import pytest

from onrecord.model import Figure, Span
from onrecord.text.counted import Thing, is_person, singular, thing


def counted(unit: str, of: str = "", content: str = "") -> Thing:
    return thing(Figure(3.0, unit, of, "exact", Span(0, 1)), content)


@pytest.mark.parametrize(
    ("unit", "of", "content", "expected"),
    [
        ("Crates", "of fish", "", Thing("crate")),
        ("people", "dead", "", Thing("people", "dead")),
        ("bodies", "recovered", "", Thing("people", "dead")),
        ("soldiers", "killed", "", Thing("people", "dead")),
        ("border guards", "", "Three border guards are missing", Thing("people", "missing")),
        ("people", "", "Three people are dead and four are missing", Thing("people", "")),
        ("boats", "missing", "", Thing("boat")),
        ("soldiers", "at the bridge", "", Thing("soldier")),
    ],
)
def test_a_noun_and_for_people_what_became_of_them(unit: str, of: str, content: str, expected: Thing) -> None:
    if expected == Thing("people", ""):
        assert counted(unit, of, content).scope == ""
    else:
        assert counted(unit, of, content) == expected


def test_people_have_many_names() -> None:
    assert is_person("migrant workers")
    assert is_person("miner")
    assert not is_person("boats")
    assert not is_person("")


@pytest.mark.parametrize(("many", "one"), [("Batches", "batch"), ("bodies", "body"), ("glass", "glass"), ("", "")])
def test_the_singular(many: str, one: str) -> None:
    assert singular(many) == one
