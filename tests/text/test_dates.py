"""Mentions of time: what is found, what is not, and that nothing is added to what is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.dates import TimeMention, time_mentions

FOUND = [
    ("It opened on March 2, 2026.", "March 2, 2026", {"year": 2026, "month": 3, "day": 2}),
    ("It opened on 2 March 2026.", "2 March 2026", {"year": 2026, "month": 3, "day": 2}),
    ("It opened on 2 March.", "2 March", {"month": 3, "day": 2}),
    ("Monday, March 2, 2026", "Monday, March 2, 2026", {"year": 2026, "month": 3, "day": 2, "weekday": 0}),
    ("Logged 2026-03-02T10:00Z", "2026-03-02", {"year": 2026, "month": 3, "day": 2}),
    ("Logged 13.03.2026 at noon", "13.03.2026", {"year": 2026, "month": 3, "day": 13}),
    ("Logged 3/14/2026", "3/14/2026", {"year": 2026, "month": 3, "day": 14}),
    ("Logged 3/4/2026", "3/4/2026", {"year": 2026}),
    ("It ran between October 13 and 16.", "between October 13 and 16", {"month": 10, "day": 13, "until": (10, 16)}),
    ("It ran from 30 April to 2 May.", "from 30 April to 2 May", {"month": 4, "day": 30, "until": (5, 2)}),
    ("It rained on Thursday night.", "Thursday night", {"weekday": 3}),
    ("Since 2019 it is shut.", "Since 2019", {"year": 2019}),
    ("They left two days later.", "two days later", {"shift": 2, "base": "scene", "lean": "future", "counted": True}),
    ("Today it rained.", "Today", {"shift": 0}),
    ("He wrote in a 2019 memoir of it.", "in a 2019", {"year": 2019}),
    ("They left 3 weeks ago.", "3 weeks ago", {"shift": -3, "unit": "week", "lean": "past", "counted": True}),
]
NOTHING = [
    "Ada Brook told USA Today.",
    "He may go, and May said so.",
    "On they went, and March 12,000 men did.",
    "Fridays are quiet here.",
    "It cost 2019 crowns.",
    "He came 2nd with 12.05.3 points.",
    "",
]


@pytest.mark.parametrize(("text", "words", "parts"), FOUND)
def test_finds(text: str, words: str, parts: dict[str, object]) -> None:
    (one,) = time_mentions(text)
    assert text[one.span.start : one.span.end] == words
    assert one == TimeMention(one.span, **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert time_mentions(text) == ()


VOCABULARY = "March 2 31 30 2026 , - to and between from Thursday last next yesterday in of May 3.4.2020"
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.one_of(st.text(), st.lists(WORDS, max_size=12).map(" ".join)))
def test_spans_are_in_order_and_inside(text: str) -> None:
    end = 0
    for one in time_mentions(text):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_every_part_given_is_written(text: str) -> None:
    for one in time_mentions(text):
        words = text[one.span.start : one.span.end]
        assert one.year is None or str(one.year) in words
        assert one.day is None or str(one.day) in words


ALL_SIGNS = "\n\n|||\n\nOn Monday, 3 March 2020, a week ago, they met yesterday."
ODD_WORDS = st.sampled_from(
    [*VOCABULARY.split(), "a", "week", "ago", "two", "days", "LATER", "today", "MONDAY", "Sept."]
)
ODD_SIGNS = st.text("İıſK toda", max_size=6)


@given(st.lists(st.one_of(ODD_WORDS, ODD_SIGNS, st.just("thıs ſame nıght")), max_size=8).map(" ".join))
def test_what_stands_behind_a_text_spares_no_form(text: str) -> None:
    behind = time_mentions(text + ALL_SIGNS)
    assert time_mentions(text) == tuple(one for one in behind if one.span.end <= len(text))
