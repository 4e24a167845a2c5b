"""A long article in portions: nothing is lost, nothing doubled, nothing too large."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Span, Speaker, Statement, passage
from onrecord.publish.in_place import paragraphs
from onrecord.publish.portions import LONGEST, MOST, NOTE, portion_of, portions

SOMEBODY = Speaker(None, None, None, "test")


def said(text: str, *places: tuple[int, int]) -> list[Statement]:
    spans = [(Span(start, end),) for start, end in places]
    return [
        Statement(f"s{n}", "a", "direct", passage(text, at), None, None, SOMEBODY, "asserts")
        for n, at in enumerate(spans)
    ]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 40_000), st.booleans()), min_size=1, max_size=6),
    st.lists(st.tuples(st.floats(0, 1), st.integers(1, 400)), max_size=30),
)
def test_every_word_and_statement_is_in_one_portion(sizes: list[tuple[int, bool]], at: list[tuple[float, int]]) -> None:
    text = "\n\n".join(("word " * size if spaced else "x" * size)[:size].strip() for size, spaced in sizes)
    places = [(start := min(len(text) - 1, int(share * len(text))), min(len(text), start + long)) for share, long in at]
    statements = said(text, *places)
    whole = paragraphs(text, statements)
    cut = portions(whole)
    pieces = [piece for portion in cut for one in portion for piece in one.pieces]
    assert "".join(piece.text for piece in pieces) == "".join(piece.text for one in whole for piece in one.pieces)
    assert [id_ for piece in pieces for id_ in piece.begins] == [
        i for one in whole for p in one.pieces for i in p.begins
    ]
    assert [id_ for piece in pieces for id_ in piece.ends] == [i for one in whole for p in one.pieces for i in p.ends]
    for portion in cut:
        for one in portion:
            assert text[one.span.start : one.span.end] == "".join(piece.text for piece in one.pieces)
        assert len(portion) == 1 or sum(len(p.text) for one in portion for p in one.pieces) <= MOST
        assert all(sum(len(p.text) for p in one.pieces) <= LONGEST + NOTE for one in portion)


def test_a_statement_is_found_in_its_portion() -> None:
    text = "\n\n".join("word " * 4_000 for _ in range(6)).strip()
    statements = said(text, (0, 4), (len(text) - 4, len(text)))
    cut = portions(paragraphs(text, statements))
    assert len(cut) > 1
    assert (portion_of(cut, "s0"), portion_of(cut, "s1"), portion_of(cut, "none")) == (1, len(cut), 1)
    assert portions([]) == ((),)
