from __future__ import annotations

import pytest

from onrecord.articles.dump import draft_of, layout_of
from onrecord.articles.lines import lines_of
from onrecord.model import Page
from tests.articles.dump_shapes import SHAPES
from tests.articles.dump_stories import STORIES

STORY = [
    "The harbour of Varna was closed on Monday after a crane fell into the basin, the port office said.",
    "“Nobody was hurt,” the harbour master, Anna Holt, told reporters on the quay. “We were lucky.”",
    "Divers will look at the crane on Tuesday. The ferries sail from the north pier.",
    "It is the second such fall in a year.",
]
BLOCKS = [
    "Hot this week",
    "Bread gets dearer across the bay",
    "Bakers in the bay towns say that flour has never cost so much, and that buns will follow.",
    "A goat elected",
    "The village of Lower Varna has chosen a goat for its mayor, the third in a row to hold the office.",
]


def page(*lines: str, joined: str = "\n\n") -> Page:
    return Page("a.txt", "dump", joined.join(lines), "0")


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_body_in_every_shape_and_language(shape: str, story: str) -> None:
    told = STORIES[story]
    draft = draft_of(page(SHAPES[shape](told)))
    assert draft.paragraphs == told.paragraphs
    assert draft.headline == told.headline


def test_the_story_and_what_stands_above_it() -> None:
    top = (
        "Friday, March 20, 2026",
        "Varna Weekly",
        "Front | Sea | Town",
        "Crane falls into Varna basin",
        "By Mira Hollis",
    )
    draft = draft_of(page(*top, "Share  Post  Email", *STORY, *BLOCKS, *BLOCKS, "Related Articles"))
    assert draft.paragraphs == tuple(STORY)
    assert draft.headline == "Crane falls into Varna basin"
    assert draft.outlet == "Varna Weekly"
    assert "By Mira Hollis" in draft.top
    assert [one.place for one in draft.sightings] == ["header"]


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Posted 20 March 2026", [("shown", "2026-03-20")]),
        ("Posted 20 March 2026 | Updated 22 March 2026", [("shown", "2026-03-20"), ("modified", "2026-03-22")]),
        ("Updated: 22 March 2026", [("modified", "2026-03-22")]),
        ("04/03/2026", [("shown", "2026-03-04")]),
    ],
)
def test_days_at_the_headline_with_what_happened_on_them(line: str, seen: list[tuple[str, str]]) -> None:
    draft = draft_of(page("Varna Weekly", "Crane falls into Varna basin", "By Mira Hollis", line, *STORY))
    assert [(one.place, one.day.isoformat()) for one in draft.sightings] == seen
    assert all(one.open == ("/" in line) for one in draft.sightings)


def test_a_day_right_above_the_headline_is_the_story_s_where_a_masthead_stands_over_it() -> None:
    menu = ["News", "Sport", "Weather", "Business", "Culture", "Opinion", "Travel", "Food", "Games", "Video", "Shop"]
    title = "Crane falls into Varna basin"
    for near in (["20 March 2026"], ["Published 20 March 2026", *menu[:8]]):
        draft = draft_of(page("Friday, March 27, 2026", *menu, *near, title, *STORY))
        assert [(one.place, one.day.day) for one in draft.sightings if one.place == "shown"] == [("shown", 20)]
    draft = draft_of(page("Friday, March 27, 2026", "Varna Weekly", title, *STORY))
    assert [(one.place, one.day.day) for one in draft.sightings] == [("header", 27)]


def test_blocks_are_kept_once_with_their_teasers() -> None:
    (block,) = draft_of(page("Crane falls", *STORY, *BLOCKS, *BLOCKS)).furniture
    assert (block.kind, block.heading) == ("hot", "Hot this week")
    assert [item.headline for item in block.items] == [BLOCKS[1], BLOCKS[3]]
    assert [item.teaser for item in block.items] == [BLOCKS[2], BLOCKS[4]]


def test_a_question_may_be_the_headline() -> None:
    assert draft_of(page("Who let the crane at Varna fall into the basin?", *STORY)).headline.startswith("Who let")


def test_comments_never_belong_to_the_story() -> None:
    said = (
        "I have seen that crane lean for years and nobody did anything, which is how things go in this town, you see."
    )
    assert said not in draft_of(page("Crane falls", *STORY, "Comments", said, said + " Yes.", said + " No.")).paragraphs


def test_a_story_goes_on_after_a_block_inside_it() -> None:
    told = [*STORY[:2], "Read more", "A goat elected", *STORY[2:]]
    draft = draft_of(page("Crane falls", *told))
    assert draft.paragraphs == tuple(STORY)
    assert [block.heading for block in draft.furniture] == ["Read more"]


def test_no_story() -> None:
    assert layout_of(lines_of("One\n\nTwo\n\nThree")).story == ()
    assert layout_of([]).story == ()
    assert draft_of(page("One", "Two")).paragraphs == ()
