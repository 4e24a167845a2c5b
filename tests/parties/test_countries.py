"""Demonyms by their endings."""

from __future__ import annotations

import pytest

from onrecord.parties.countries import country_named, is_demonym


@pytest.mark.parametrize(
    ("word", "country"),
    [("Harlandian", "Harlandia"), ("Tovarese", "Tovara"), ("Veskoran", "Veskora"), ("Korvi", "Korva")],
)
def test_a_people_belongs_to_its_country(word: str, country: str) -> None:
    assert is_demonym(word, country)


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Harbour", "Harlandia"),
        ("Harlandia", "Harlandia"),
        ("Tornholm", "Tornia"),
        ("Marine", "Maria"),
        ("Marenzi", "Maresh"),
    ],
)
def test_what_only_looks_like_a_people_does_not(word: str, country: str) -> None:
    assert not is_demonym(word, country)


def test_names_of_the_tables() -> None:
    assert country_named("the Kremlin") == "Russia"
    assert country_named("Norwegian") == "Norway"
    assert country_named("Harlandia") is None
