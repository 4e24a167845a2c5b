"""A party is lent by a surname or an office only where the record knows one bearer of it."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.model import Statement
from onrecord.parties import settle_parties

Say = Callable[..., Statement]


def test_a_surname_alone_takes_the_party_of_its_only_bearer(say: Say) -> None:
    found = settle_parties([say("1", "Harlandia", "Ada Brook"), say("2", "Brook", "Brook")])
    assert found["2"] == "Harlandia"


def test_a_surname_of_two_people_or_in_a_body_stays(say: Say) -> None:
    two = [say("1", "Harlandia", "Ada Brook"), say("2", "Corvex", "Bo Brook"), say("3", "Brook", "Brook")]
    assert settle_parties(two)["3"] == "Brook"
    firm = [say("1", "Harlandia", "Ada Corvex"), say("2", "Corvex Energy"), say("3", "Corvex", "Corvex")]
    assert settle_parties(firm)["3"] == "Corvex"


def test_an_office_of_one_holder_lends_its_party(say: Say) -> None:
    holder = say("1", "Harlandia", "Ada Brook", "Transport Minister")
    found = settle_parties([holder, say("2", None, None, "transport minister"), say("3", None, None, "minister")])
    assert found == {"1": "Harlandia", "2": "Harlandia"}


def test_an_office_of_two_parties_lends_none(say: Say) -> None:
    holders = [
        say("1", "Harlandia", "Ada Brook", "foreign minister"),
        say("2", "France", "Bo Lind", "foreign minister"),
    ]
    assert "3" not in settle_parties([*holders, say("3", None, None, "foreign minister")])
