from __future__ import annotations

from datetime import date

from onrecord.articles.dateline import Dateline
from onrecord.articles.days_marked import CHANGE, REWRITTEN
from onrecord.articles.days_raw import ALONE
from onrecord.articles.draft import Place, Sighting
from onrecord.articles.published_claims import by_claims
from onrecord.articles.published_evidence import Evidence
from onrecord.articles.published_trust import confidence_of, row_of


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
    assert basis(*seen) == ("address, explained", 2)
    assert basis(*seen[:2]) == ("metadata, contradicted", 9)


def test_a_publication_written_over_at_a_change_is_doubted_however_many_say_it() -> None:
    seen: list[tuple[Place, str, int]] = [("metadata", "JSON-LD", 9), ("shown", "s", 9)]
    assert basis(*seen, ("modified", CHANGE, 9)) == ("two agree", 9)
    assert basis(*seen, ("modified", REWRITTEN, 9)) == ("two agree, day of a change", 9)
    assert basis(*seen, ("address", "a", 9), ("modified", REWRITTEN, 9)) == ("three agree, day of a change", 9)
    assert row_of("three agree, day of a change") == "two agree, day of a change"
    assert confidence_of("three agree, day of a change") < 0.8


def test_a_day_that_stands_alone_may_be_that_of_the_change() -> None:
    assert basis(("script", ALONE, 9), ("modified", CHANGE, 9)) == ("script, day of a change", 9)


def test_nothing_claimed_nothing_said() -> None:
    assert by_claims(Evidence((), Dateline(), (), None)) is None
