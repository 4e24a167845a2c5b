from __future__ import annotations

from datetime import date

from onrecord.articles.dateline import Dateline
from onrecord.articles.draft import Place, Sighting
from onrecord.articles.published_claims import by_claims
from onrecord.articles.published_evidence import Evidence


def basis(*seen: tuple[Place, str, int]) -> tuple[str, int]:
    sightings = tuple(Sighting(date(2026, 3, day), place, what) for place, what, day in seen)
    guess = by_claims(Evidence(sightings, Dateline(), (), None))
    assert guess is not None
    return guess.basis, guess.day.day


def test_fields_of_one_system_are_one_witness() -> None:
    assert basis(("metadata", "JSON-LD", 2), ("metadata", "meta date", 2)) == ("metadata twice", 2)
    assert basis(("metadata", "JSON-LD", 2), ("address", "the address", 2)) == ("two agree", 2)


def test_two_outvote_one() -> None:
    assert basis(("metadata", "JSON-LD", 20), ("address", "a", 2), ("shown", "s", 2))[1] == 2


def test_the_day_of_a_change_loses_to_an_earlier_claim() -> None:
    seen: list[tuple[Place, str, int]] = [("address", "a", 2), ("metadata", "JSON-LD", 9), ("modified", "m", 9)]
    assert basis(*seen) == ("address, contradicted", 2)


def test_nothing_claimed_nothing_said() -> None:
    assert by_claims(Evidence((), Dateline(), (), None)) is None
