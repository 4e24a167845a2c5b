"""A reading made anew: judgements go with the statements they were given on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.judging import Now, carried
from onrecord.model import Span, Speaker, Statement, passage, statement_id
from tests.judging.given import judgement

TEXT = "The pump is old. The mayor knew it for years. Nobody was told before the night it failed."
NOBODY = Speaker(None, None, None, "unnamed")


def said(start: int, end: int, *, article: str = "page", text: str = TEXT, id_: str = "") -> Statement:
    spans = (Span(start, end),)
    own = id_ or statement_id(article, spans)
    return Statement(own, article, "indirect", passage(text, spans), None, None, NOBODY, "asserts")


def ids_now(now: Now) -> tuple[str, ...]:
    """Where a judgement on characters 10 to 20 (the statement "b") ends up."""
    return carried([judgement(1, "stance", this="b", value="denies")], now)[0].on("this")


def test_a_statement_that_is_there_is_itself_whatever_else_overlaps() -> None:
    same, near = said(40, 50, id_="b"), said(10, 20)
    assert ids_now(Now({"page": "page"}, {"page": [near, same]})) == ("b",)


def test_a_span_that_moved_a_little_takes_the_judgement_along() -> None:
    near, far = said(11, 22), said(16, 30)
    assert ids_now(Now({"page": "page"}, {"page": [far, near]})) == (near.id,)


@pytest.mark.parametrize("now", [
    Now({"page": "page"}, {"page": [said(16, 40)]}),
    Now({"page": "page"}, {"page": []}),
    Now({}, {}),
])  # fmt: skip
def test_without_anything_like_it_there_is_no_subject(now: Now) -> None:
    assert ids_now(now) == ()


def test_an_article_cut_anew_is_searched_for_the_words() -> None:
    text = "Above. words of b! words of something else"
    there = said(7, 18, article="cut", text=text)
    other = said(19, 42, article="cut", text=text)
    assert ids_now(Now({"page": "cut"}, {"cut": [other, there]})) == (there.id,)


def test_two_statements_read_as_one_are_on_one_side() -> None:
    one = said(0, 20)
    split = judgement(1, "split", this="a", from_="b")
    [now] = carried([split], Now({"page": "page"}, {"page": [one]}))
    assert (now.on("this"), now.on("from")) == ((one.id,), ())


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 25)), max_size=6))
def test_carried_twice_is_carried_once(spans: list[tuple[int, int]]) -> None:
    held = list({one.id: one for one in (said(start, start + size) for start, size in spans)}.values())
    now = Now({"page": "page"}, {"page": held})
    once = carried([judgement(1, "split", this="ab", from_="cd")], now)
    assert carried(once, now) == once
