from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.dates_lines import label_before, line_days

DAY = date(2021, 3, 5)


@pytest.mark.parametrize(
    "line",
    [
        "5 March 2021",
        "Friday, March 5th, 2021 10:14",
        "5. März 2021, 10.14 Uhr",
        "le 5 mars 2021 à 10h14",
        "5 de marzo de 2021",
        "2021. március 5.",
        "2021年3月5日",
        "2021년 3월 5일",
        "5 มีนาคม 2564",
        "٥ مارس ٢٠٢١",
        "05.03.2021",
        "2021/03/05 10:14",
        "5-Mar-2021",
        "March 5, 202110:14 AM",
    ],
)
def test_one_day_in_many_writings(line: str) -> None:
    assert [(one.day, one.other) for one in line_days(line, None)] == [(DAY, None)]


def test_figures_that_can_be_two_days() -> None:
    assert [(one.day, one.other) for one in line_days("05/03/2021", "de")] == [(DAY, date(2021, 5, 3))]
    assert [(one.day, one.other) for one in line_days("05/03/2021", "en")] == [(date(2021, 5, 3), DAY)]
    assert [(one.day, one.other) for one in line_days("25/03/2021", "en")] == [(date(2021, 3, 25), None)]


def test_a_month_that_is_another_elsewhere() -> None:
    assert [one.day.month for one in line_days("3 listopada 2021", "hr")] == [10]
    assert [one.day.month for one in line_days("3 listopada 2021", "pl")] == [11]
    assert not line_days("3 listopada 2021", None)


@pytest.mark.parametrize("line", ["", "March 2021", "45.03.2021", "2021/7/11-12", "call 555-2021-03", "5 Merch 2021"])
def test_no_day(line: str) -> None:
    assert not line_days(line, "en")


def test_labels_tell_days_apart() -> None:
    line = "Posted: 5 March 2021 | Updated: 9 March 2021 | © 12 March 2021"
    found = line_days(line, "en")
    assert [label_before(line, one.start) for one in found] == ["published", "modified", "other"]
    assert label_before("Rain on 5 March 2021", 8) == "none"


@given(st.text(max_size=120), st.sampled_from([None, "en", "de", "zz"]))
def test_any_line(line: str, language: str | None) -> None:
    found = line_days(line, language)
    assert all(1990 <= one.day.year <= 2100 and 0 <= one.start < one.end <= len(line) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
