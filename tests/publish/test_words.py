"""The words of the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from onrecord.model import JudgementKind, Relation, Stance, Standing, Status
from onrecord.publish import words


def test_every_stance_and_status_has_its_word_and_meaning() -> None:
    assert {term.key for term in words.STANCES} == set(get_args(Stance))
    assert {term.key for term in words.STATUSES} == set(get_args(Status))
    assert all(term.word and term.meaning and term.mark for term in words.STANCES)
    assert all(words.relation_word(relation) for relation in get_args(Relation))


@pytest.mark.parametrize(("say", "codes"), [(words.decision_word, JudgementKind), (words.became_word, Standing)])
def test_decisions_and_what_became_of_them_are_said_in_words_not_in_codes(
    say: Callable[[str], str], codes: object
) -> None:
    said = [say(code) for code in get_args(codes)]
    assert len(set(said)) == len(get_args(codes))
    assert not {"no subject", "not copy", "same party"} & set(said)
    assert not any("_" in one for one in said)


def test_no_two_stances_look_or_sound_alike() -> None:
    assert len({term.mark for term in words.STANCES}) == len(words.STANCES)
    assert len({term.word for term in words.STANCES}) == len(words.STANCES)


@pytest.mark.parametrize(
    ("value", "shown", "short"),
    [
        ("2026-03-02", "2 March 2026", "2 Mar"),
        ("2026-03", "March 2026", "Mar"),
        ("2026", "2026", "2026"),
        (None, "day unknown", "?"),
        ("soon", "day unknown", "?"),
        ("2026-14-01", "day unknown", "?"),
    ],
)
def test_days(value: str | None, shown: str, short: str) -> None:
    assert (words.day_words(value), words.day_short(value)) == (shown, short)


def test_weekdays() -> None:
    assert words.weekday_words("2026-03-02") == "Monday 2 March 2026"
    assert words.weekday_words("2026-03") == "March 2026"


def test_numbers_and_figures() -> None:
    assert [words.number_words(one) for one in (12_000.0, 2.5, -3.0)] == ["12,000", "2.5", "-3"]
    assert words.figure_words(6_000, None, "troops", "at_least") == "at least 6,000 troops"
    assert words.figure_words(5, 7, "per cent", "about") == "about 5 to 7 per cent"


def test_counting() -> None:
    assert words.counted(1, "article") == "1 article"
    assert words.counted(1_200, "party", several="parties") == "1,200 parties"


def test_a_long_title_is_cut_at_a_word() -> None:
    assert words.short("A bridge") == "A bridge"
    assert words.short("They died that evening … in a clash", limit=26) == "They died that evening…"
    assert words.short("x" * words.MAX_TITLE) == "x" * words.MAX_TITLE
    assert words.short("A bridge, moved", limit=10) == "A bridge…"
    assert words.short("A bridge moved", limit=8) == "A bridge…"
    assert words.short("A bridge moved", limit=12) == "A bridge…"
    assert words.short("x" * 3_000) == "x" * words.MAX_TITLE + "…"
    assert words.short("A " + "x" * 3_000) == "A " + "x" * (words.MAX_TITLE - 2) + "…"
    assert words.short(" " * 3_000).endswith("…")


@pytest.mark.parametrize(
    ("value", "words_of_it"),
    [
        ("2026-03-02T08:05:59Z", "2 March 2026 at 08:05 UTC"),
        ("2026-03-02T08:05:59.123+00:00", "2 March 2026 at 08:05 UTC"),
        ("2026-03-02T08:05:59+02:00", "2 March 2026"),
        ("2026-03-02Tx", "2 March 2026"),
        ("2026-03-02", "2 March 2026"),
        ("never", "day unknown"),
    ],
)
def test_moments_in_words(value: str, words_of_it: str) -> None:
    assert words.moment(value) == words_of_it


def test_quotation_marks_never_stand_twice() -> None:
    assert words.quoted("It is gone") == "“It is gone”"
    assert words.quoted("“The wall” was the floor") == "“The wall” was the floor"
    assert words.quoted('a "battalion"') == 'a "battalion"'
    assert words.quoted("") == "“”"
