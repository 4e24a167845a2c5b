"""The names by which a party may be spoken of."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.model import Statement
from onrecord.parties import names_of


def test_a_firm_is_also_its_first_word_and_a_country_its_people(say: Callable[..., Statement]) -> None:
    names = names_of([say("1", "Corvex Energy"), say("2", "Norway; Harlandia")])
    assert names["Corvex Energy"] == {"Corvex Energy", "Corvex"}
    assert "Norwegian" in names["Norway"]
    assert names["Harlandia"] == {"Harlandia"}
    assert "Oslo" not in names["Norway"]
