"""The source is who said it, not who passes it on, however the attributions were found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Attribution, Span
from onrecord.statements.relays_hands import with_first_hands
from tests.knowledge.marked import marked

CASES = [
    ("<QTV> {reported} on Friday, citing two sailors, [that the boat sank].", "two sailors", ["that the boat sank"]),
    ("<QTV> {reported}, citing Ada Brook, [that the boat sank].", "Ada Brook", ["that the boat sank"]),
    ("[The boat sank], <the Harrow Post> {reported}, citing Ada Brook.", "Ada Brook", ["The boat sank"]),
    ("[The boat sank], <the Harrow Post> {reported}, citing letters.", "the Harrow Post", ["The boat sank"]),
    ("<QTV> {reported}, citing [two sailors, that the boat sank].", "two sailors", ["the boat sank"]),
    ("<QTV> {quoted} [Ada Brook as saying that the boat sank].", "Ada Brook", ["the boat sank"]),
    ("<QTV> {quoted} Ada Brook [as having told it on Friday that the boat sank].", "Ada Brook", ["the boat sank"]),
    ("<QTV quoted Ada Brook> as {saying} [the boat sank].", "Ada Brook", ["the boat sank"]),
    ("QTV {quoted} <the agency Eastwire> [as reporting that it sank].", "the agency Eastwire", ["it sank"]),
    ("[Ada Brook, the mayor], {was quoted} by <QTV> [as saying it sank].", "Ada Brook, the mayor", ["it sank"]),
    ("But Brook was also quoted by <QTV> {as saying} [it sank].", "Brook", ["it sank"]),
    (
        "[The boat sank, Ada Brook told the council on Monday], {according to} <QTV>.",
        "Ada Brook",
        ["The boat sank"],
    ),
    ("[The boat sank, Ada Brook said], {according to} <QTV>.", "Ada Brook", ["The boat sank"]),
    ("[The boat sank], <Ada Brook> {said}, citing the police.", "Ada Brook", ["The boat sank"]),
    ("[I told you it sank. It did], {according to} <QTV>.", "QTV", ["I told you it sank. It did"]),
    ("<Jon Pell> {denied} [that QTV quoted Ada Brook as saying it sank].", "Jon Pell", None),
]


@pytest.mark.parametrize(("example", "source", "content"), CASES)
def test_who_said_it(example: str, source: str, content: list[str] | None) -> None:
    text, one = marked(example)
    (mended,) = with_first_hands(text, [one])
    assert mended.source is not None
    assert text[slice(*mended.source)] == source
    told = [text[slice(*piece)] for piece in mended.content]
    assert told == (content or [text[slice(*piece)] for piece in one.content])


@pytest.mark.parametrize(
    "example",
    ["[Two sailors], {cited} by QTV, fled.", "The boat sank, QTV reported, {citing} [court papers]."],
)
def test_nothing_but_who_is_cited(example: str) -> None:
    text, one = marked(example)
    kept = with_first_hands(text, [one])
    assert kept == ([one] if "fled" in text else [])


def test_what_an_outlet_only_carries_is_told_once() -> None:
    text, inner = marked("[The boat sank], <Ada Brook> {told} the council on Monday, according to QTV.")
    cue, source = text.index("according"), text.index("QTV")
    outer = Attribution((Span(0, cue - 2),), Span(cue, cue + 12), Span(source, source + 3))
    assert with_first_hands(text, [inner, outer]) == [inner]


WORDS = st.sampled_from(["QTV", "quoted", "citing", "Ada", "as saying", "that", "told", ",", ".", "was", "by", "\n"])


@given(st.lists(WORDS | st.text(max_size=4), max_size=30), st.integers(0, 60), st.integers(0, 20))
def test_any_text_and_span(words: list[str], start: int, length: int) -> None:
    text = " ".join(words)
    begin = min(start, len(text))
    span = Span(begin, min(begin + length, len(text)))
    for one in with_first_hands(text, [Attribution((span,), span, span), Attribution((Span(0, len(text)),))]):
        assert one.content
        assert all(0 <= piece.start <= piece.end <= len(text) for piece in one.content)
