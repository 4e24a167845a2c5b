"""Keys of lines, and the edges of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.lines import FIRST, LAST, edges, line_key


def test_case_spaces_and_marks_make_no_other_line() -> None:
    assert line_key("Support the Gull – today!") == line_key("SUPPORT the  gull: today")
    assert line_key("Support the Gull") != line_key("Support the Tern")


def test_the_edges_of_a_long_text_leave_its_middle_out() -> None:
    paragraphs = [f"Paragraph {n}." for n in range(20)]
    assert edges("\n\n".join(paragraphs)) == (*paragraphs[:FIRST], *paragraphs[-LAST:])


@given(st.lists(st.text("ab \n", max_size=6), max_size=12))
def test_no_paragraph_is_an_edge_twice(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    assert len(edges(text)) <= sum(1 for one in text.split("\n\n") if one.strip())
