"""Heat by its formula."""

from __future__ import annotations

from onrecord.stories.heat import heat


def test_each_article_halves_in_three_days_of_the_records_own_time() -> None:
    new, old = "2026-01-10", "2026-01-07"
    assert heat([new], new) == 1.0
    assert heat([old], new) == 0.5
    assert heat([new, old], new) == 1.5
    assert heat([old], old) == 1.0


def test_a_day_unknown_is_no_heat() -> None:
    assert heat([], "2026-01-07") == 0.0
    assert heat(["2026-01-07"], None) == 0.0


def test_what_has_gone_cold_stays_cold() -> None:
    assert heat(["2026-01-07"] * 50, "2026-03-07") == heat(["2026-01-07"] * 50, "2027-01-07") == 0.0
