"""The first on record is an origin; a second needs words of its own knowledge and a sure tie to the same claim."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.model import Figure, Span, Statement
from onrecord.origins import judge

Say = Callable[..., Statement]
DAYS = {"a1": "2026-01-02", "a2": "2026-01-05"}


def sure(one: str, other: str) -> float:
    return 1.0


def test_a_second_party_that_says_so_is_only_possible(say: Say) -> None:
    found = judge([say("1", "Harlandia", "It sank."), say("2", "Corvex", "It did sink.", article="a2")], DAYS, sure)
    first = [(one.party, one.first_article, one.why) for one in found.origins]
    assert first == [("Harlandia", "a1", "the first on record to say so")]
    assert [one.party for one in found.possible] == ["Corvex"]


def test_own_ships_make_a_second_origin(say: Say) -> None:
    own = say("2", "Corvex", "We saw it sink from our own ships.", article="a2")
    found = judge([say("1", "Harlandia", "It sank."), own], DAYS, sure)
    assert [one.party for one in found.origins] == ["Harlandia", "Corvex"]
    assert found.origins[1].why in own.content.text


def test_own_words_that_may_speak_of_something_else_are_only_possible(say: Say) -> None:
    own = say("2", "Corvex", "We saw it sink from our own ships.", article="a2")
    found = judge([say("1", "Harlandia", "It sank."), own], DAYS, lambda one, other: 0.5)
    assert [one.party for one in found.possible] == ["Corvex"]


@pytest.mark.parametrize("cue", ["conceded", "accepted", "acknowledged"])
def test_conceding_is_no_second_origin(say: Say, cue: str) -> None:
    own = say("2", "Corvex", "Our own tests show it.", article="a2", cue=cue)
    found = judge([say("1", "Harlandia", "It sank."), own], DAYS, sure)
    assert [one.party for one in found.origins] == ["Harlandia"]
    assert "accepts" in found.possible[0].why


def test_unnamed_speakers_and_relays_are_no_origin(say: Say) -> None:
    nobody = say("1", "Harlandia", "I saw it.", name=None)
    assert judge([nobody, say("2", "Corvex", "It sank.", stance="relays")], DAYS, sure).origins == ()


def test_the_first_is_who_spoke_first_by_day_not_by_arrival(say: Say) -> None:
    late = say("1", "Harlandia", "It sank.", article="a2")
    early = say("2", "Corvex", "It sank.", article="a1")
    assert [one.party for one in judge([late, early], DAYS, sure).origins] == ["Corvex"]
    recalled = say("3", "Harlandia", "It sank.", article="a2", on="2026-01-01")
    assert [one.party for one in judge([recalled, early], DAYS, sure).origins] == ["Harlandia"]


def test_a_party_counts_once(say: Say) -> None:
    twice = [say("1", "Harlandia", "It sank."), say("2", "Harlandia", "We saw it.", article="a2")]
    assert len(judge(twice, DAYS, sure).origins) == 1


def test_a_word_of_two_parties_is_the_word_of_both(say: Say) -> None:
    found = judge([say("1", "NATO; Norway", "It sank.")], DAYS, sure)
    assert [one.party for one in (*found.origins, *found.possible)] == ["NATO", "Norway"]


@pytest.mark.parametrize(
    "words",
    [
        "We saw on television that the dam had burst.",
        "We have seen the agency's statement that the dam had burst.",
        "We received word from the water agency that the dam had burst.",
        "We read in the Post that the dam had burst.",
        "We knew of it from the water agency: the dam has burst.",
        "The dam has burst. The agency's records show it.",
        "I was told that the dam had burst, and we counted the log they gave us.",
        "Our people heard from the agency that the dam had burst.",
        "We counted what Harlandia had counted.",
    ],
)
def test_what_is_known_at_second_hand_is_only_possible(say: Say, words: str) -> None:
    found = judge([say("1", "Harlandia", "The dam had burst."), say("2", "Corvex", words, article="a2")], DAYS, sure)
    assert [one.party for one in found.origins] == ["Harlandia"]
    assert [one.party for one in found.possible] == ["Corvex"]


def test_who_owes_it_to_another_is_not_first_however_early(say: Say) -> None:
    early = say("1", "Corvex", "As the wardens have found, it sank.", cue="accepted", article="a1")
    found = judge([early, say("2", "Wardens", "We saw it sink from our own boats.", article="a2")], DAYS, sure)
    assert [one.party for one in found.origins] == ["Wardens"]
    assert [one.party for one in found.possible] == ["Corvex"]


def test_who_alone_concedes_is_on_record_still(say: Say) -> None:
    alone = say("1", "Corvex", "It sank.", cue="conceded")
    assert [one.party for one in judge([alone], DAYS, sure).origins] == ["Corvex"]


def test_in_a_claim_of_several_counts_only_a_number_bears_out(say: Say) -> None:
    def counts(which: str, value: float) -> Statement:
        figure = Figure(value, "goats", "", "exact", Span(0, 1))
        return replace(say(which, None, "x", name=None, stance="denies"), figures=(figure,))

    first = say("1", "Harlandia", "It sank.")
    own = say("2", "Corvex", "We saw it sink from our own ships.", article="a2")
    others = [counts(f"n{at}", value) for at, value in enumerate((4.0, 11.0, 9.0, 40.0, 231.0))]
    assert len(judge([first, own], DAYS, sure).origins) == 2
    assert len(judge([first, own, *others], DAYS, sure).origins) == 1
