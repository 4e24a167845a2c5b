"""Senses of statements: the same whoever asks, kept where there is one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.claims.sense import SIZE, rows, with_senses
from onrecord.model import Article, Span, Speaker, Statement, When, passage

TEXT = (
    "The harbour master said the tanker had struck the pier at noon.\n\n"
    "The shipping line denied that. It said the tanker had never touched the pier.\n\n"
    "The mayor promised a new school by the summer."
)
ARTICLE = Article("a1", "a1", "d", TEXT, "Headline", When("2026-01-02", "day"))
SAID = ("the tanker had struck the pier at noon", "that", "the tanker had never touched the pier", "a new school")


def statement(words: str) -> Statement:
    start = TEXT.index(words) if words != "that" else TEXT.index("denied that") + 7
    span = Span(start, start + len(words))
    said = passage(TEXT, (span,))
    return Statement(words, "a1", "indirect", said, None, None, Speaker("X", None, "X", ""), "asserts")


def sensed() -> tuple[Statement, ...]:
    return with_senses(ARTICLE, [statement(words) for words in SAID])


def test_a_denial_lies_nearer_to_what_it_denies_than_to_another_matter() -> None:
    table = rows(one.sense for one in sensed())
    struck, that, never, school = table
    assert struck @ never > struck @ school
    assert struck @ that > that @ school
    assert np.allclose(np.linalg.norm(table, axis=1), 1.0, atol=1e-4)


def test_a_sense_is_kept_and_made_once() -> None:
    marked = replace(statement(SAID[0]), sense=b"\x01" * SIZE)
    again = with_senses(ARTICLE, [marked, statement(SAID[2])])
    assert again[0].sense == b"\x01" * SIZE
    assert with_senses(ARTICLE, again) == again
    assert all(len(one.sense) == SIZE for one in again)


def test_a_statement_reads_the_same_with_and_without_its_neighbours_in_the_list() -> None:
    assert with_senses(ARTICLE, [statement(words) for words in reversed(SAID)])[::-1] == sensed()


def test_no_sense_is_a_row_of_zeros() -> None:
    assert rows([b""]).tolist() == [[0.0] * SIZE]
    assert rows([]).shape == (0, SIZE)


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=200), st.data())
def test_any_text_and_any_span_give_a_sense_or_none(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start, len(text))))
    one = replace(statement(SAID[0]), content=passage(text, (span,)))
    (found,) = with_senses(replace(ARTICLE, text=text), [one])
    assert len(found.sense) in (0, SIZE)
