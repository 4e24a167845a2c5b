from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.lines import MOST_LINES, lines_of

LONG = "The harbour of Varna was closed on Monday after a crane fell into the basin and took two boats with it."


def test_a_wrapped_paragraph_is_one_line() -> None:
    assert [line.text for line in lines_of(textwrap.fill(LONG * 2, 60))] == [LONG * 2]


def test_lines_without_blank_ones_between_stay_apart() -> None:
    lines = lines_of("News\nSport\n\n" + LONG)
    assert [(line.text, line.gap) for line in lines] == [("News", True), ("Sport", False), (LONG, True)]


def test_no_more_than_the_most() -> None:
    assert len(lines_of("a\n\n" * (MOST_LINES + 5))) == MOST_LINES


@given(st.text(max_size=300))
def test_no_line_is_empty_or_holds_an_end(text: str) -> None:
    assert all(line.text.strip() == line.text != "" and "\n" not in line.text for line in lines_of(text))
