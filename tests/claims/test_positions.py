"""Positions by the rulings: the latest stand, who sets none, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.claims.positions import positions
from onrecord.model import OF_THE_ARTICLE, Stance, Statement

Say = Callable[..., Statement]
DAYS = {"a1": "2026-01-02"}


def rows(said: list[Statement]) -> list[tuple[str, str, str | None]]:
    return [(row.party, row.stance, row.on) for row in positions(said, DAYS)]


def test_every_change_is_a_row_and_a_repeat_is_none(say: Say) -> None:
    said = [
        say("1", "Corvex", "denies", on="2026-01-02"),
        say("2", "Corvex", "denies", on="2026-01-03"),
        say("3", "Corvex", "cannot_confirm", on="2026-01-04"),
    ]
    assert rows(said) == [("Corvex", "denies", "2026-01-02"), ("Corvex", "cannot_confirm", "2026-01-04")]


@pytest.mark.parametrize("stance", ["conditional", "other"])
def test_what_is_no_stand_sets_no_position(say: Say, stance: Stance) -> None:
    assert rows([say("1", "Corvex", stance)]) == []


def test_an_unnamed_speaker_sets_none(say: Say) -> None:
    assert rows([say("1", "Corvex", name=None), say("2", None)]) == []


def test_no_comment_only_where_there_is_no_position(say: Say) -> None:
    early, late = say("1", "Corvex", "no_comment", on="2026-01-01"), say("3", "Corvex", "no_comment", on="2026-01-09")
    assert rows([early, say("2", "Corvex", "denies", on="2026-01-03"), late]) == [
        ("Corvex", "no_comment", "2026-01-01"),
        ("Corvex", "denies", "2026-01-03"),
    ]


def test_passing_on_shows_only_where_there_is_no_position(say: Say) -> None:
    passed = say("1", "Morning Post", "relays", on="2026-01-04")
    assert rows([passed]) == [("Morning Post", "relays", "2026-01-04")]
    assert rows([passed, say("2", "Morning Post", on="2026-01-02")]) == [("Morning Post", "asserts", "2026-01-02")]


def test_a_denial_that_is_recalled_gives_way_to_a_softer_word_of_the_day(say: Say) -> None:
    recalled = said_about_then(say("1", "Corvex", "denies", on="2026-01-02"))
    assert rows([recalled, say("2", "Corvex", "investigating", on="2026-01-02")])[0][1] == "investigating"
    assert rows([recalled, said_about_then(say("2", "Corvex", "investigating", on="2026-01-02"))])[0][1] == "denies"
    assert rows([recalled, say("2", "Corvex", "asserts", on="2026-01-02")])[0][1] == "denies"


def test_a_denial_whose_day_is_told_stands_beside_softer_words(say: Say) -> None:
    said = [say("1", "Corvex", "denies", on="2026-01-02"), say("2", "Corvex", "cannot_confirm", on="2026-01-02")]
    assert rows(said)[0][1] == "denies"


def test_could_not_confirm_is_no_denial(say: Say) -> None:
    said = [say("1", "Corvex", on="2026-01-02"), say("2", "Corvex", "cannot_confirm", on="2026-01-03")]
    assert rows(said)[-1] == ("Corvex", "cannot_confirm", "2026-01-03")


def said_about_then(one: Statement) -> Statement:
    """The statement where only the day of its article is known."""
    assert one.said_on
    return replace(one, said_on=replace(one.said_on, reasons=(OF_THE_ARTICLE,)))


def test_a_day_unknown_is_the_day_of_publication(say: Say) -> None:
    assert rows([say("1", "Corvex")]) == [("Corvex", "asserts", "2026-01-02")]


def test_a_stand_without_any_day_never_replaces_a_dated_one(say: Say) -> None:
    said = [say("1", "Corvex", "denies", article="unknown"), say("2", "Corvex", "asserts", on="2026-01-03")]
    assert rows(said) == [("Corvex", "denies", None), ("Corvex", "asserts", "2026-01-03")]


def test_taking_back_wins_the_day_and_caution_after_it(say: Say) -> None:
    assert rows([say("1", "Corvex", "asserts"), say("2", "Corvex", "withdraws")])[0][1] == "withdraws"
    assert rows([say("1", "Corvex", "asserts"), say("2", "Corvex", "no_evidence")])[0][1] == "no_evidence"


def test_one_statement_of_two_parties_holds_for_both(say: Say) -> None:
    assert [row[0] for row in rows([say("1", "NATO; Norway", "investigating")])] == ["NATO", "Norway"]


STANCES: list[Stance] = ["asserts", "denies", "withdraws", "no_comment", "investigating", "relays", "other"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(picked=st.lists(st.tuples(st.sampled_from(STANCES), st.integers(1, 5)), max_size=6), seed=st.randoms())
def test_order_is_no_matter(say: Say, picked: list[tuple[Stance, int]], seed: st.randoms) -> None:  # type: ignore[valid-type]
    said = [say(str(at), "Corvex", stance, on=f"2026-01-0{day}") for at, (stance, day) in enumerate(picked)]
    shuffled = list(said)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert positions(shuffled, DAYS) == positions(said, DAYS)
