"""On what a statement rests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Attribution, Span
from onrecord.statements.basis import basis_of
from tests.knowledge.marked import marked


def basis(example: str) -> tuple[str, ...]:
    return basis_of(*marked(example))


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ('"[From our intelligence, the ship has left],\\" <the minister> {said}.', ("From our intelligence",)),
        ("[The ship left], <the ministry> {said} on Monday, citing satellite images.", ("citing satellite images",)),
        ("[The ship left], {according to} <documents> reviewed by QTV.", ("according to documents reviewed by QTV",)),
        (
            '"[I saw it myself. I think it left],\\" <he> {told reporters}.',
            ("I saw it myself", "I think"),
        ),
        (
            "[The ship left], <the port> {said}, based on its own log, which QTV read.",
            ("based on its own log", "which QTV read"),
        ),
        ("<An eyewitness> {said} [the ship had left].", ("eyewitness",)),
        ("<Ada Brook> {said} [the ship had left].", ()),
        ("<Ada Brook> {said} [discounts are based on need].", ()),
        ("[The ship], seen by others as lost, <Ada Brook> {said}, [had left].", ()),
        ("<Ada Brook> {said} [it had nothing to do with our town].", ()),
        ("QTV, citing the agency Eastwire, said <Ada Brook> {claimed} [the ship had left].", ()),
        ("[The ship left], <the port> {said}, without relying on its own log.", ()),
        ("<Ada Brook> {said} [the ship had left]. Others, citing satellite images, were less sure.", ()),
    ],
)
def test_basis(example: str, expected: tuple[str, ...]) -> None:
    assert basis(example.replace("\\", "")) == expected


def test_what_one_says_is_not_looked_for_beside_another() -> None:
    text = "Ada Brook said the ship, seen by Jon Pell, had left."
    content = Span(text.index("the ship"), len(text) - 1)
    assert basis_of(text, Attribution((content,), Span(10, 14), Span(0, 9))) == ()


def test_each_once_and_as_written() -> None:
    assert basis('"[I think so. I think\n not]," <he> {said}.') == ("I think",)


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_text_and_span(text: str, start: int, length: int) -> None:
    begin = min(start, len(text))
    span = Span(begin, min(begin + length, len(text)))
    squeezed = " ".join(text.split())
    assert all(" ".join(one.split()) in squeezed for one in basis_of(text, Attribution((span,), span, span)))


def test_a_long_text_costs_little() -> None:
    text = "our own log of the " * 4_000
    assert basis_of(text, Attribution((Span(0, len(text)),), Span(0, 3), Span(4, 7))) == ()
