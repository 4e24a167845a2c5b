"""Paragraphs are put in sections and blocks, all of them, in their order."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Part, PartKind, Span
from onrecord.publish.in_place import paragraphs
from onrecord.publish.structure import sections

TEXT = "Live blog.\n\n9 a.m.\n\nFerry late.\n\nWhat we know\n\nIt is late.\n\nIt is full.\n\nHe wrote.\n\nEnd."


def part(kind: PartKind, first: str, last: str = "", **said: str) -> Part:
    start = TEXT.index(first)
    end = TEXT.index(last or first) + len(last or first)
    return Part(kind, Span(start, end), **said)


def test_entries_hold_blocks() -> None:
    parts = (
        part("entry", "9 a.m.", "It is full.", time="9 a.m.", author="Bo Berg"),
        part("subhead", "What we know"),
        part("item", "It is late."),
        part("item", "It is full."),
        part("quote", "He wrote."),
    )
    shown = sections(paragraphs(TEXT, []), parts)
    kinds = [[(at.kind, len(at.paragraphs)) for at in one.blocks] for one in shown]
    times = [one.entry.time if one.entry else None for one in shown]
    assert list(zip(times, kinds, strict=True)) == [
        (None, [("text", 1)]),
        ("9 a.m.", [("text", 2), ("subhead", 1), ("item", 2)]),
        (None, [("quote", 1), ("text", 1)]),
    ]


def test_a_part_of_a_paragraph_makes_it_nothing_else() -> None:
    (only,) = sections(paragraphs("One two.\n\nThree.", []), (Part("quote", Span(0, 3)),))
    assert [(block.kind, len(block.paragraphs)) for block in only.blocks] == [("text", 2)]


KINDS: st.SearchStrategy[PartKind] = st.sampled_from(["subhead", "item", "quote", "entry"])
SPANS = st.tuples(st.integers(0, 120), st.integers(0, 120)).map(lambda two: Span(min(two), max(two)))


@settings(max_examples=100)
@given(st.lists(st.builds(Part, KINDS, SPANS), max_size=9).map(lambda several: sorted(several, key=lambda at: at.span)))
def test_whatever_the_parts_every_paragraph_is_shown_once(parts: list[Part]) -> None:
    cut = paragraphs(TEXT, [])
    shown = [one for section in sections(cut, parts) for block in section.blocks for one in block.paragraphs]
    assert tuple(shown) == cut
    assert len(cut) == len(re.split(r"\n\n", TEXT))
