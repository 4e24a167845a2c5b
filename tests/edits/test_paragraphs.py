"""Both versions can be read out of the lines, and what changed is told in few pieces, at a bounded cost."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.edits.edit import Line, Run
from onrecord.edits.paragraphs import lines

WORD = st.sampled_from(["the", "ferry", "was", "late", "2,000", "Moreau", "said", "—", ".", "é", "\n", "a"])
PARAGRAPH = st.lists(WORD, min_size=1, max_size=9).map(" ".join)
TEXT = st.lists(PARAGRAPH, max_size=7).map("\n\n".join)


def versions(told: tuple[Line, ...]) -> tuple[list[str], list[str]]:
    """The paragraphs before and after, as the lines have them."""
    both = []
    for other in ("removed", "added"):
        texts = ["".join(run.text for run in line.runs if run.kind in ("same", other)) for line in told]
        both.append([text for text in texts if text])
    return both[0], both[1]


def paragraphs(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"\n\s*\n", text) if one.strip()]


def marked(before: str, after: str) -> list[str]:
    """The lines with [-what went-] and {+what came+}."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return ["".join(marks[run.kind].format(run.text) for run in line.runs) for line in lines(before, after)]


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT)
def test_both_versions_can_be_read_out_of_the_lines(before: str, after: str) -> None:
    assert versions(lines(before, after)) == (paragraphs(before), paragraphs(after))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_characters_come_through(before: str, after: str) -> None:
    assert versions(lines(before, after)) == (paragraphs(before), paragraphs(after))


@settings(max_examples=50, deadline=None)
@given(TEXT)
def test_a_text_and_itself_differ_in_nothing(text: str) -> None:
    assert not any(line.changed for line in lines(text, text))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The ferry is late.", "The ferry was late.", ["The ferry [-is-]{+was+} late."]),
        (
            "The ferry carried 40 cars.\n\nNobody was hurt.",
            "The ferry carried 45 cars.\n\nOne man was hurt, the port said.\n\nNobody was hurt.",
            ["The ferry carried [-40-]{+45+} cars.", "{+One man was hurt, the port said.+}", "Nobody was hurt."],
        ),
        (
            "The loading door had a worn hinge, the port said on Monday.",
            "The loading door had, the port now says, a worn hinge, the line said on Monday.",
            ["The loading door had{+, the port now says,+} a worn hinge, the [-port-]{+line+} said on Monday."],
        ),
        ("One.\n\nTwo.\n\nThree.", "Three.", ["[-One.-]", "[-Two.-]", "Three."]),
        ("A b c d.", "E f g h.", ["[-A b c d.-]", "{+E f g h.+}"]),
        ("", "New.", ["{+New.+}"]),
        ("It will close today.", "It may well close today.", ["It [-will-]{+may well+} close today."]),
    ],
)
def test_what_is_told(before: str, after: str, told: list[str]) -> None:
    assert marked(before, after) == told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b " * 40_000, "b a " * 40_000),
        ("a\n\n" * 20_000, "b\n\n" * 19_000),
        (
            "\n\n".join(f"the ferry was late {n}" for n in range(4_000)),
            "\n\n".join(f"the ferry was {n} late" for n in range(4_000)),
        ),
        ("\n\n".join(["a b c d e f"] * 3_000), "\n\n".join(["a c b d f e"] * 3_000)),
        ("(" * 100_000, ")" * 100_000),
        ("\n\n".join(f"{n} a" for n in range(9_000)), "\n\n".join(f"{n} a" for n in reversed(range(9_000)))),
    ],
    ids=["swapped words", "other lines", "many alike", "all the same", "marks", "turned round"],
)
def test_a_hostile_text_costs_no_more_than_a_long_one(before: str, after: str) -> None:
    before, after = (_numbered(text) for text in (before, after))
    begun = time.process_time()
    told = lines(before, after)
    assert time.process_time() - begun < 8
    assert versions(told) == (paragraphs(before), paragraphs(after))


def _numbered(text: str) -> str:
    return text.format(*range(text.count("{}")))


def test_a_line_says_whether_it_changed() -> None:
    assert Line((Run("same", "a"), Run("added", "b"))).changed
    assert not Line((Run("same", "a"),)).changed
