from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import Capture
from onrecord.read.decode import text_in, text_of
from onrecord.read.source import Source

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


WRITTEN = {
    "cp1250": ("cs", "Most přes řeku byl uzavřen, řekl starosta. Žádná zranění nebyla. "),
    "iso-8859-2": ("pl", "Most zamknięto we wtorek, powiedział burmistrz. Nikt nie został ranny, żaden. "),
    "cp1251": ("ru", "Мост закрыли во вторник, сообщил мэр. "),
    "koi8-r": ("ru", "Мост закрыли во вторник, сообщил мэр. "),
    "cp1252": ("de", "Die Brücke über den Fluss wurde gesperrt. „Nein“, sagte er – Jahre. "),
    "cp1253": ("el", GREEK),
    "cp1254": ("tr", "Köprü salı günü kapatıldı, dedi belediye başkanı. Yaralı yok. "),
    "cp1255": ("he", "הגשר נסגר ביום שלישי, אמר ראש העיר. "),
    "cp1256": ("ar", "أغلق الجسر يوم الثلاثاء، قال رئيس البلدية. "),
    "cp1257": ("lt", "Tiltas buvo uždarytas antradienį, sakė meras. Sužeistųjų nėra, pranešta. "),
    "shift_jis": ("ja", "橋は火曜日に閉鎖されたと市長は述べた。"),
    "euc-jp": ("ja", "橋は火曜日に閉鎖されたと市長は述べた。"),
    "iso-2022-jp": ("ja", "橋は火曜日に閉鎖されたと市長は述べた。"),
    "euc-kr": ("ko", "다리는 화요일에 폐쇄되었다고 시장이 말했다. "),
    "big5": ("zh", "大橋於週二關閉，市長表示沒有人受傷。"),
    "gb18030": ("zh", "大桥于周二关闭，市长表示没有人受伤。"),
    "tis-620": ("th", "สะพานถูกปิดเมื่อวันอังคาร "),
    "utf-16-le": ("ru", "Мост закрыли. "),
}
SCRIPT = "<script>" + "var a = 1;" * 900 + "</script>"
NOT_LATIN = set(WRITTEN) - {"cp1250", "iso-8859-2", "cp1254", "cp1257"}


def written(encoding: str, before: str, *, lang: str | None = None) -> tuple[str, bytes]:
    language, words = WRITTEN[encoding]
    page = (
        f'<!DOCTYPE html><html lang="{lang or language}"><head>{before}</head><body><p>{words * 12}</p></body></html>'
    )
    return words, page.encode(encoding)


@pytest.mark.parametrize("encoding", WRITTEN)
@pytest.mark.parametrize(
    "before",
    [
        '<meta charset="{}">',
        '<meta charset="utf-8"><meta charset="{}">',
        SCRIPT + '<meta http-equiv="Content-Type" content="text/html; charset={}">',
    ],
)
def test_every_encoding_declared_once_late_or_second(encoding: str, before: str) -> None:
    words, data = written(encoding, before.format(encoding))
    assert words in text_of(data)


@pytest.mark.parametrize("encoding", sorted(NOT_LATIN))
@pytest.mark.parametrize("declared", ["", '<meta charset="utf-8">', '<meta charset="iso-8859-1">'])
def test_what_is_declared_wrongly_is_not_believed(encoding: str, declared: str) -> None:
    words, data = written(encoding, declared)
    assert words in text_of(data)


@pytest.mark.parametrize("encoding", ["cp1250", "cp1254", "cp1257"])
def test_the_language_tells_encodings_apart(encoding: str) -> None:
    words, data = written(encoding, "")
    assert words in text_of(data)


def test_the_header_it_was_sent_with_counts() -> None:
    words, data = written("iso-8859-2", "", lang="xx")
    capture = Capture(headers=(("content-type", "text/html; charset=ISO-8859-2"),))
    assert words in text_in(Source("a", data, Config(), capture))


@pytest.mark.parametrize("before", ["\ufeff\ufeff", "\n\ufeff", " "])
def test_marks_go_wherever_they_stand(before: str) -> None:
    page = before + "<html><p>Rain\ufeff fell.</p></html>"
    assert text_in(Source("a", page.encode(), Config())).strip() == "<html><p>Rain fell.</p></html>"


def test_windows_in_the_middle_of_utf8() -> None:
    words = WRITTEN["cp1252"][1]
    text = text_of(GREEK.encode() * 9 + words.encode("cp1252") + b" \x81")
    assert words in text
    assert text.endswith("\ufffd")
