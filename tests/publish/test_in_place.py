"""The text of an article comes back whole from its pieces, and every statement is marked once."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span, Speaker, Statement, passage
from onrecord.publish.in_place import paragraphs

NOBODY = Speaker(None, None, None, "test")


def statement(name: str, text: str, *spans: tuple[int, int]) -> Statement:
    places = tuple(Span(*one) for one in spans)
    return Statement(name, "a", "direct", passage(text, places), None, None, NOBODY, "asserts")


def test_a_statement_in_two_pieces_begins_and_ends_once() -> None:
    text = "One two three four.\n\nFive."
    (first, second) = paragraphs(text, [statement("s", text, (4, 7), (14, 18))])
    assert [(piece.text, piece.inside) for piece in first.pieces] == [
        ("One ", None),
        ("two", "s"),
        (" three ", None),
        ("four", "s"),
        (".", None),
    ]
    assert [piece.begins for piece in first.pieces] == [(), ("s",), (), (), ()]
    assert [piece.ends for piece in first.pieces] == [(), (), (), ("s",), ()]
    assert (first.notes, second.notes) == (("s",), ())


def test_the_shorter_of_two_statements_is_on_top() -> None:
    text = "He said she said so."
    (only,) = paragraphs(text, [statement("long", text, (0, 20)), statement("short", text, (8, 11))])
    assert [(piece.text, piece.inside) for piece in only.pieces] == [
        ("He said ", "long"),
        ("she", "short"),
        (" said so.", "long"),
    ]
    assert only.notes == ("long", "short")


def test_a_statement_over_two_paragraphs_has_its_note_at_the_first() -> None:
    text = "One two.\n\nThree four."
    first, second = paragraphs(text, [statement("s", text, (4, 15))])
    assert first.notes == ("s",)
    assert second.pieces[0].ends == ("s",)


TEXTS = st.lists(st.sampled_from(["a", "b c", " ", "\n", "\n\n", "\n\n\n", "d."]), max_size=12).map("".join)
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=3)


@given(TEXTS, st.lists(SPANS, max_size=5))
def test_nothing_of_the_text_is_lost(text: str, several: list[list[tuple[int, int]]]) -> None:
    kept = [[(min(pair), max(pair)) for pair in spans] for spans in several]
    said = [statement(str(n), text, *spans) for n, spans in enumerate(kept)]
    shown = paragraphs(text, said)
    whole = ["".join(piece.text for piece in paragraph.pieces) for paragraph in shown]
    assert whole == [part.strip("\n") for part in re.split(r"\n{2,}", text.strip("\n")) if part.strip("\n")]
    begun = [id_ for paragraph in shown for piece in paragraph.pieces for id_ in piece.begins]
    ended = [id_ for paragraph in shown for piece in paragraph.pieces for id_ in piece.ends]
    assert len(begun) == len(set(begun))
    assert sorted(begun) == sorted(ended)
