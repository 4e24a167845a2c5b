from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.text.sentences import paragraphs, sentences


def shown(text: str) -> list[str]:
    return [text[slice(*span)] for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It rained. The road closed.", ["It rained.", "The road closed."]),
        (
            "Gen. Ada Brook spoke at 7 a.m. on Monday. Nobody came.",
            ["Gen. Ada Brook spoke at 7 a.m. on Monday.", "Nobody came."],
        ),
        ("The U.S. Navy left. It rained.", ["The U.S. Navy left.", "It rained."]),
        ("He left at 9 p.m. The road closed.", ["He left at 9 p.m.", "The road closed."]),
        (
            "“It leaks. It always did,” she said. “Now it floods.”",
            ["“It leaks. It always did,” she said.", "“Now it floods.”"],
        ),
        ("“It leaks.” He left.", ["“It leaks.”", "He left."]),
        ("He said, “Nothing leaks here” He later left.", ["He said, “Nothing leaks here”", "He later left."]),
        ("It cost 2.4 crowns.", ["It cost 2.4 crowns."]),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert shown(text) == parts


def test_paragraphs_are_parted_by_empty_lines() -> None:
    text = "One\nstill one.\n\nTwo.\n \nThree."
    assert [text[slice(*span)] for span in paragraphs(text)] == ["One\nstill one.", "Two.", "Three."]


def test_a_part_of_a_text() -> None:
    text = "It rained. The road closed."
    assert sentences(text, Span(0, 10)) == (Span(0, 10),)


@given(st.text(alphabet='Ab .!?"“”\n', max_size=80))
def test_nothing_but_space_is_lost(text: str) -> None:
    spans = sentences(text, Span(0, len(text)))
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert "".join("".join(shown(text)).split()) == "".join(text.split())
