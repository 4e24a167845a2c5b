from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Attribution, Span
from onrecord.statements.speakers_spans import mended

TEXT = "The Mill Post quoted Mayor Ada Brook as saying no. Tore Frey, who had said yes, left. The U.S. board met."


def found(source: str | None, cue: str) -> str | None:
    at = TEXT.index(cue)
    start = TEXT.index(source) if source else 0
    span = Span(start, start + len(source)) if source else None
    made = mended(TEXT, [Attribution((Span(0, 0),), Span(at, at + len(cue)), span)])[0].source
    return TEXT[slice(*made)] if made else None


def test_whom_an_outlet_quotes_is_the_source() -> None:
    assert found("The Mill Post", "quoted") == "Mayor Ada Brook"


def test_a_relative_clause_has_the_name_before_it() -> None:
    assert found(None, "said yes") == "Tore Frey"


def test_an_acronym_keeps_its_stop() -> None:
    assert found("U.S", "met") == "U.S."


@given(st.integers(0, len(TEXT)), st.integers(0, 40))
def test_mended_spans_lie_in_the_text(start: int, length: int) -> None:
    made = [Attribution((Span(0, 0),), None, Span(start, min(len(TEXT), start + length)))]
    source = mended(TEXT, made)[0].source
    assert source is not None
    assert 0 <= source.start <= source.end <= len(TEXT)
