"""A mention against a day: weekdays look back, ranges and weeks stay as vague as they are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.dates import time_mentions
from onrecord.text.dates_resolve import days_in, range_of, resolve

ANCHOR = date(2026, 3, 12)  # a Thursday

CASES = [
    ("on Thursday", "2026-03-12"),
    ("on Friday", "2026-03-06"),
    ("last Thursday", "2026-03-05"),
    ("next Monday", "2026-03-16"),
    ("on 30 December", "2025-12-30"),
    ("on 2 April", "2026-04-02"),
    ("in June", "2025-06"),
    ("between 3 and 6 March", "2026-03"),
    ("from 30 December to 2 January", None),
    ("two weeks later", "2026-03"),
    ("on 31 February 2026", None),
    ("two years ago", "2024"),
]


@pytest.mark.parametrize(("words", "value"), CASES)
def test_resolve(words: str, value: str | None) -> None:
    (one,) = time_mentions(words)
    assert resolve(one, ANCHOR).value == value


def test_words_around_can_point_ahead() -> None:
    (one,) = time_mentions("It will vote on Friday")
    assert resolve(one, ANCHOR, ahead=True).value == "2026-03-13"


def test_the_same_day_is_the_day_last_spoken_of() -> None:
    (one,) = time_mentions("He left the same day.")
    assert resolve(one, ANCHOR, scene=date(2026, 3, 9)).value == "2026-03-09"


def test_nothing_to_count_from_is_unknown() -> None:
    (one,) = time_mentions("on Thursday")
    when = resolve(one, None)
    assert when.value is None
    assert when.reasons


def test_a_range_over_new_year() -> None:
    (one,) = time_mentions("from 30 December to 2 January 2026")
    assert range_of(one, ANCHOR) == (date(2025, 12, 30), date(2026, 1, 2))


VOCABULARY = (
    "March 2 31 30 2026 , to and between from Thursday last next yesterday in of June 3/4/2020 two weeks ago later"
)
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=12).map(" ".join), st.dates())
def test_never_finer_than_written(text: str, anchor: date) -> None:
    for one in time_mentions(text):
        when = resolve(one, anchor)
        assert when.precision != "day" or one.names_day or one.until is not None
        assert (when.value is None) == (when.precision == "unknown")
        assert when.value is None or days_in(when) is not None
