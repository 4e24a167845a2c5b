from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.decode import text_of

GREEK = "Το λιμάνι έκλεισε και τα πλοία έμειναν στο νησί όλη τη νύχτα, είπε ο δήμαρχος. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_utf8(encoding: str) -> None:
    assert text_of(GREEK.encode(encoding)) == GREEK


def test_wide_without_mark() -> None:
    text = "<html><p>The harbour was closed all night.</p></html>"
    assert text_of(text.encode("utf-16-le")) == text
    assert text_of(text.encode("utf-16-be")) == text


def test_declared_encoding_is_believed_where_utf8_fails() -> None:
    page = f'<html><head><meta charset="iso-8859-7"></head><p>{GREEK}'
    assert text_of(page.encode("iso-8859-7")) == page


def test_latin1_means_windows() -> None:
    assert "“Yes”" in text_of('<meta charset="iso-8859-1"><p>“Yes”, said Zoë'.encode("cp1252"))


def test_undeclared_encoding_is_guessed() -> None:
    assert "λιμάνι" in text_of(GREEK.encode("iso-8859-7"))


def test_a_damaged_byte_does_not_change_the_encoding() -> None:
    damaged = bytearray((GREEK * 5).encode())
    damaged[101] = 0xFF
    assert "έμειναν" in text_of(bytes(damaged))


def test_declared_nonsense_is_passed_over() -> None:
    assert "caf" in text_of('<meta charset="base64"><p>café'.encode("latin-1"))


@given(st.binary(max_size=400))
def test_never_fails(data: bytes) -> None:
    assert isinstance(text_of(data), str)
