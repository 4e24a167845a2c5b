from __future__ import annotations

import gzip
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import Page, Rejected
from onrecord.read import read_bytes

HTML = b"<!DOCTYPE html><html><head><title>T</title></head><body><p>Rain fell.</p></body></html>"


def one(name: str, data: bytes, config: Config | None = None) -> Page | Rejected:
    (result,) = read_bytes(name, data, config or Config())
    return result


def form(name: str, data: bytes, config: Config | None = None) -> str:
    result = one(name, data, config)
    return result.form if isinstance(result, Page) else result.reason


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a", "-"])
def test_markup_is_told_by_its_bytes(name: str) -> None:
    assert form(name, HTML) == "html"


def test_text_is_a_dump() -> None:
    assert form("a.txt", b"Rain fell.\n\nIt was <b>cold</b>.") == "dump"


def test_body_is_kept_to_the_letter() -> None:
    page = one("a.txt", b"Rain  fell.\r\n\r\n <b>x</b>\n", Config(body=True))
    assert isinstance(page, Page)
    assert (page.form, page.content) == ("body", "Rain  fell.\r\n\r\n <b>x</b>\n")


def test_gzip_is_unpacked_and_the_name_kept() -> None:
    page = one("a.html.gz", gzip.compress(HTML))
    assert isinstance(page, Page)
    assert (page.input, page.form) == ("a.html.gz", "html")
    assert page.digest == hashlib.sha256(HTML).hexdigest()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\x00", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04" + bytes(30), "zip"),
        (bytes(range(256)) * 9, "binary"),
        (gzip.compress(HTML)[:-9], "damaged gzip"),
        (b"\x1f\x8b", "damaged gzip"),
    ],
)
def test_refusals_say_why(data: bytes, reason: str) -> None:
    result = one("a", data)
    assert isinstance(result, Rejected)
    assert reason in result.reason
    assert result.stage == "read"


def test_too_large_is_refused_packed_or_not() -> None:
    small = Config(max_page_bytes=100)
    assert "too large" in form("a.html", HTML * 9, small)
    assert "too large" in form("a.html.gz", gzip.compress(HTML * 9), small)


@given(st.binary(max_size=600), st.sampled_from(["a", "a.html", "a.xml", "a.json", "a.jsonl", "a.gz"]))
def test_any_bytes_give_pages_or_reasons(data: bytes, name: str) -> None:
    for result in read_bytes(name, data, Config()):
        assert isinstance(result, Page) or result.reason
