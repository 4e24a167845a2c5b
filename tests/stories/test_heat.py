"""Heat by its formula."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.model import Article
from onrecord.stories.heat import heat, newest_day


def test_each_article_halves_in_three_days_of_the_records_own_time(write: Callable[..., Article]) -> None:
    new, old = write("a", "x", "2026-01-10"), write("b", "x", "2026-01-07")
    assert heat([new], newest_day([new, old])) == 1.0
    assert heat([old], newest_day([new, old])) == 0.5
    assert heat([new, old], newest_day([new, old])) == 1.5
    assert heat([old], newest_day([old])) == 1.0


def test_a_day_unknown_is_no_heat(write: Callable[..., Article]) -> None:
    undated = write("a", "x")
    assert heat([undated], newest_day([undated, write("b", "x", "2026-01-07")])) == 0.0
    assert heat([], newest_day([])) == 0.0
