"""A party has one name in the whole record, in whatever order its statements come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Statement
from onrecord.parties import settle_parties

Say = Callable[..., Statement]


@pytest.mark.parametrize(
    ("written", "beside", "settled"),
    [
        ("the Pentagon", "Ukraine", "United States"),
        ("North Atlantic Treaty Organization", "Ukraine", "NATO"),
        ("Harlandian government", "Harlandia", "Harlandia"),
        ("Harlandian Foreign Ministry", "Harlandia", "Harlandia"),
        ("Government of Harlandia", "Harlandia", "Harlandia"),
        ("Harlandian Food Authority", "Harlandia", "Harlandian Food Authority"),
        ("Corvex", "Corvex Energy", "Corvex Energy"),
        ("Harbour Workers' Union", "HWU", "Harbour Workers' Union"),
        ("HWU", "Harbour Workers' Union", "Harbour Workers' Union"),
        ("Food Authority", "Danish Food Authority", "Danish Food Authority"),
        ("Food Authority", "Harland Food Authority", "Food Authority"),
        ("Corvex Bank", "Corvex Lines", "Corvex Bank"),
        ("United States; the Pentagon", "NATO", "United States"),
        ("The Sentinel", "NATO", "The Sentinel"),
    ],
)
def test_names_that_are_one_party(say: Say, written: str, beside: str, settled: str) -> None:
    assert settle_parties([say("1", written), say("2", beside)])["1"] == settled


def test_a_short_name_that_could_be_two_stays(say: Say) -> None:
    found = settle_parties([say("1", "Corvex"), say("2", "Corvex Energy"), say("3", "Corvex Lines")])
    assert found["1"] == "Corvex"


def test_two_parties_of_one_statement_stay_two(say: Say) -> None:
    assert settle_parties([say("1", "the Pentagon; NATO")])["1"] == "United States; NATO"


def test_a_person_takes_the_only_party_that_others_give(say: Say) -> None:
    found = settle_parties([say("1", "Harlandia", "Ada Brook"), say("2", None, "Ada Brook"), say("3", None, "Bo Lind")])
    assert found == {"1": "Harlandia", "2": "Harlandia"}


def test_a_person_of_two_parties_lends_none(say: Say) -> None:
    given_ = [say("1", "Harlandia", "Ada Brook"), say("2", "Corvex Energy", "Ada Brook"), say("3", None, "Ada Brook")]
    assert "3" not in settle_parties(given_)


NAMES = ["Harlandia", "Harlandian government", "Corvex", "Corvex Energy", "HWU", "Harbour Workers' Union", "Kyiv", None]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(names=st.permutations(NAMES))
def test_order_is_no_matter(say: Say, names: list[str | None]) -> None:
    by_order = settle_parties([say(str(NAMES.index(name)), name) for name in names])
    assert by_order == settle_parties([say(str(at), name) for at, name in enumerate(NAMES)])


def test_articles_agree_after_their_names_are_settled(say: Say) -> None:
    said = [
        say("1", "the Kremlin", "Ada Brook"),
        say("2", "Russian government", "Ada Brook"),
        say("3", None, "Ada Brook"),
    ]
    assert settle_parties(said)["3"] == "Russia"
