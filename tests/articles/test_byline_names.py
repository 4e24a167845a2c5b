from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.byline_names import looks_like_name, names_of, persons_of

CASES = [
    ("By Mira Hollis", ["Mira Hollis"]),
    ("by Mira Hollis and Jon Pell", ["Mira Hollis", "Jon Pell"]),
    ("Von Mira Hollis und Jon Pell", ["Mira Hollis", "Jon Pell"]),
    ("Von Mira Hollis, Varna", ["Mira Hollis"]),
    ("Par Mira Hollis", ["Mira Hollis"]),
    ("Por Mira Hollis y Jon Pell", ["Mira Hollis", "Jon Pell"]),
    ("di Mira Hollis", ["Mira Hollis"]),
    ("Av Mira Hollis og Jon Pell", ["Mira Hollis", "Jon Pell"]),
    ("Door Mira Hollis", ["Mira Hollis"]),
    ("Tekst: Mira Hollis", ["Mira Hollis"]),
    ("Ein Kommentar von Mira Hollis", ["Mira Hollis"]),
    ("Mira Hollis, Jon Pell & Ana de la Cruz", ["Mira Hollis", "Jon Pell", "Ana de la Cruz"]),
    ("Mira Hollis | Jon Pell", ["Mira Hollis", "Jon Pell"]),
    ("Hollis, Mira", ["Mira Hollis"]),
    ("Mira Hollis, Europe Editor", ["Mira Hollis"]),
    ("Mira Hollis, Professor of Harbours at the University of Varna", ["Mira Hollis"]),
    ("Mira Hollis in Varna", ["Mira Hollis"]),
    ("Mira Hollis for Harbour Weekly", ["Mira Hollis"]),
    ("Mira Hollis (Varna)", ["Mira Hollis"]),
    ("Mira Hollis Harbour Weekly", ["Mira Hollis"]),
    ("Mira Hollis For Harbourline", ["Mira Hollis"]),
    ("Mira Hollis mira@harbour.example", ["Mira Hollis"]),
    ("Mira Hollis @mirahollis", ["Mira Hollis"]),
    ("Mira Hollis, PhD", ["Mira Hollis"]),
    ("Dr. Mira Hollis", ["Dr. Mira Hollis"]),
    ("Jon Pell Jr.", ["Jon Pell Jr."]),
    ("MIRA HOLLIS", ["MIRA HOLLIS"]),
    ("Andreas von der Heide", ["Andreas von der Heide"]),
    ("J. R. Pell", ["J. R. Pell"]),
    ("Mira O&#39;Hollis", ["Mira O'Hollis"]),
    ("Emily Post", ["Emily Post"]),
    ("Steffi", ["Steffi"]),
    ("한지수 기자", ["한지수"]),
    ("Мира Холлис", ["Мира Холлис"]),
    ("mira.hollis", []),
    ("mira-hollis", []),
    ("jpell42", []),
    ("m.hollis@harbour.example", []),
    ("https://harbour.example/mira-hollis", []),
    ("Harbour Weekly", []),
    ("The Harbour Weekly", []),
    ("harbourweekly.example", []),
    ("Harbour Weekly (www.harbourweekly.example)", []),
    ("Reuters", []),
    ("Von dpa", []),
    ("Salt Press", []),
    ("Salt GmbH", []),
    ("admin", []),
    ("No Author", []),
    ("PP", []),
    ("4 March 2026", []),
    ("How the harbour came to be closed for a week", []),
    ("", []),
]


@pytest.mark.parametrize(("said", "persons"), CASES)
def test_what_a_field_names(said: str, persons: list[str]) -> None:
    assert names_of("Harbour Weekly", "https://www.harbourweekly.example/x").persons(said) == persons


def test_the_site_of_one_person_carries_their_name() -> None:
    names = names_of("Jon Pell", "https://jonpell.example/")
    assert names.persons("Jon Pell") == ["Jon Pell"]
    assert names_of("Salt Pell", "https://saltpell.example/").persons("Salt Pell") == []


def test_a_full_name_wins_over_one_word_and_a_person_over_a_desk() -> None:
    names = names_of("Harbour Weekly", None)
    assert persons_of([["Steffi"], ["Steffi Hollis"]], names) == ["Steffi Hollis"]
    assert persons_of([["Staff writer"], ["Mira Hollis"]], names) == ["Mira Hollis"]
    assert persons_of([["Harbour Weekly"], ["Staff writer"]], names) == ["Staff writer"]
    assert persons_of([["Staff"], ["admin"]], names) == []


@given(st.text(max_size=200), st.text(max_size=30))
def test_any_field(said: str, outlet: str) -> None:
    found = names_of(outlet, None).persons(said)
    assert len(set(found)) == len(found)
    assert all(looks_like_name(name) or len(name.split()) == 1 for name in found)
