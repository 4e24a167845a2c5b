"""Spellings of one name by rules for letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import MERGED
from onrecord.parties.spelling import one_spelling, person, plain, romanised, sound

SAME = [
    ("Zelensky", "Zelenskyy"),
    ("Zelensky", "Zelenskiy"),
    ("Qaddafi", "Gadhafi"),
    ("Gaddafi", "Qadhafi"),
    ("Yushchenko", "Iushchenko"),
    ("Mikhail", "Mihail"),
    ("Maria", "Mariya"),
    ("Erdoğan", "Erdogan"),
    ("Al-Sharif", "al Sharif"),
    ("Alexander", "Aleksander"),
]
DIFFERENT = [
    ("Hansen", "Hanson"),
    ("Karin", "Garin"),
    ("Owen", "Oven"),
    ("Hassan", "Hussein"),
    ("Marin", "Moran"),
    ("Lind", "Lynd"),
    ("Anna", "Anne"),
    ("Belmora", "Belmara"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_name(one: str, other: str) -> None:
    found = one_spelling(one, other)
    assert found is not None
    assert found[0] >= MERGED


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_names(one: str, other: str) -> None:
    found = one_spelling(one, other)
    assert found is None or found[0] < MERGED


def test_a_person_goes_without_initials_in_the_middle() -> None:
    assert person("Ada J. Brook") == person("Ada Brook")
    assert person("Ada Brook") != person("Bo Brook")
    assert person("") == ""


NAMES = st.text(max_size=30)


@given(NAMES)
def test_any_text_has_a_spelling_and_is_its_own(name: str) -> None:
    assert one_spelling(name, name) is not None
    assert plain(plain(name)) == plain(name)
    assert isinstance(romanised(name) + sound(name) + person(name), str)


@given(NAMES, NAMES)
def test_two_are_alike_both_ways(one: str, other: str) -> None:
    assert one_spelling(one, other) == one_spelling(other, one)
