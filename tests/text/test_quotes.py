from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotes import quotes_in

OPEN = "“It leaks. The pump is old."


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“It leaks,” she said. “Badly.”", ["It leaks,", "Badly."]),
        ('"It leaks," she said. "Badly."', ["It leaks,", "Badly."]),
        ("«Il pleut», he wrote.", ["Il pleut"]),
        ("He called it a “so-called” plan and went.", ["so-called"]),
        ("'It leaks,' she said; the crew's mate agreed.", ["It leaks,"]),
        ("The captain's mate and the crew's cook left.", []),
        ('A 12" pipe burst.', []),
        ('It sets ", " between the names and "Mrs" in front.', ["Mrs"]),
        ("“It leaks. The pump is old.", ["It leaks. The pump is old."]),
    ],
)
def test_what_stands_in_marks(text: str, inner: list[str]) -> None:
    assert [text[slice(*quote.inner)] for quote in quotes_in(text, 0, len(text))] == inner


def test_a_quotation_without_its_end_is_open() -> None:
    (quote,) = quotes_in(OPEN, 0, len(OPEN))
    assert not quote.closed


@given(st.text(alphabet="ab .,'\"“”„«»‘’\n", max_size=80))
def test_quotations_never_overlap_and_lie_in_the_text(text: str) -> None:
    end = 0
    for quote in quotes_in(text, 0, len(text)):
        assert end <= quote.outer.start <= quote.inner.start < quote.inner.end <= quote.outer.end <= len(text)
        assert any(char.isalnum() for char in text[slice(*quote.inner)])
        end = quote.outer.end
