"""What stands on page after page of an outlet is taken out; the background of a long story stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.draft import Draft, Mark
from onrecord.articles.familiar import HEADING, without_familiar
from onrecord.text.lines import line_key

STORY = (
    "The ferry Aurelia stayed in port on Monday, harbour master Ada Moreau said.",
    "Why it stayed",
    "Nobody aboard was hurt, she said.",
)
APPEAL = "Readers pay for what you read here. Become a member today."
BACKGROUND = "The Aurelia has been out of service twice since March."
URL = "https://www.gull.example/news/ferry"


def known(*lines: str) -> dict[str, frozenset[str]]:
    return {"gull.example": frozenset(line_key(line) for line in lines)}


def draft(*lines: str, marks: tuple[Mark, ...] = ()) -> Draft:
    return Draft(lines, "Ferry stays in port", url=URL, marks=marks)


def test_an_appeal_seen_on_other_pages_becomes_furniture() -> None:
    given_ = draft(APPEAL, *STORY, marks=(Mark("subhead", 2, 2),))
    found = without_familiar(given_, known(APPEAL))
    assert found.paragraphs == STORY
    assert [(block.heading, [item.headline for item in block.items]) for block in found.furniture] == [
        (HEADING, [APPEAL])
    ]
    assert found.marks == (Mark("subhead", 1, 1),)


def test_background_that_shares_a_name_with_its_story_stays() -> None:
    assert without_familiar(draft(*STORY, BACKGROUND), known(BACKGROUND)).paragraphs == (*STORY, BACKGROUND)


def test_another_outlets_lines_count_for_nothing() -> None:
    elsewhere = {"tern.example": frozenset([line_key(APPEAL)])}
    assert without_familiar(draft(*STORY, APPEAL), elsewhere).paragraphs == (*STORY, APPEAL)


def test_a_page_of_nothing_else_is_left_as_it_is() -> None:
    assert without_familiar(draft(APPEAL), known(APPEAL)).paragraphs == (APPEAL,)


def test_a_part_that_loses_all_its_lines_is_gone() -> None:
    found = without_familiar(draft(*STORY, APPEAL, marks=(Mark("item", 3, 3),)), known(APPEAL))
    assert found.marks == ()


@given(st.lists(st.sampled_from([*STORY, APPEAL, BACKGROUND]), max_size=9), st.data())
def test_what_is_left_is_in_order_and_marks_stay_inside(lines: list[str], data: st.DataObject) -> None:
    firsts = data.draw(st.lists(st.integers(0, max(0, len(lines) - 1)), max_size=3)) if lines else []
    marks = tuple(Mark("item", at, data.draw(st.integers(at, len(lines) - 1))) for at in firsts)
    found = without_familiar(draft(*lines, marks=marks), known(APPEAL, BACKGROUND))
    left = iter(lines)
    assert all(line in left for line in found.paragraphs)
    assert all(0 <= mark.first <= mark.last < len(found.paragraphs) for mark in found.marks)
