from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import Capture, Page, Rejected
from onrecord.read import read_bytes
from onrecord.read.mhtml import moment, saved

SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://post.example/1
Subject: =?utf-8?Q?Ferry?=
Date: Thu, 1 Oct 2026 09:30:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----Boundary--x----"


------Boundary--x----
Content-Type: text/html
Content-ID: <frame-2@x>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://ads.example/frame

<html><body>Buy</body></html>
------Boundary--x----
Content-Type: text/html
Content-ID: <frame-1@x>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://post.example/1

<!DOCTYPE html><html><head><meta charset=3D"utf-8"></head><body><p>The f=C3=
=A4hre was late.</p></body></html>
------Boundary--x----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://post.example/1.png

iVBORw0KGgo=
------Boundary--x------
"""
PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>The fähre was late.</p></body></html>'


def one(text: str, name: str = "a.mhtml") -> Page | Rejected:
    (result,) = read_bytes(name, text.encode(), Config())
    return result


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a", "-"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_root_is_the_page_with_where_and_when_it_was_saved(name: str, end: str) -> None:
    page = one(SAVED.replace("\n", end), name)
    assert isinstance(page, Page)
    assert (page.form, page.content.strip(), page.url) == ("html", PAGE, "https://post.example/1")
    assert page.capture is not None
    assert (page.capture.url, page.capture.fetched) == ("https://post.example/1", "2026-10-01T07:30:00Z")
    assert page.given.published is None


def test_the_start_is_the_root_where_the_file_says_so() -> None:
    page = one(SAVED.replace('type="text/html";', 'start="<frame-2@x>";'))
    assert isinstance(page, Page)
    assert "Buy" in page.content


def test_without_markup_there_is_no_page() -> None:
    refused = one(SAVED.replace("Content-Type: text/html", "Content-Type: text/css"))
    assert isinstance(refused, Rejected)
    assert refused.reason == "saved page without its markup"


def test_cut_off_anywhere_it_is_a_page_or_a_reason() -> None:
    for end in range(1, len(SAVED), 11):
        result = one(SAVED[:end])
        assert isinstance(result, Page) or result.reason


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_where_and_when_without_reading_the_page(end: str) -> None:
    whole = SAVED.replace("\n", end).encode()
    assert saved("A.MHTML", whole) == Capture("https://post.example/1", "2026-10-01T07:30:00Z")
    assert saved("a.html", PAGE.encode()) is None
    assert saved("a.mhtml", SAVED.replace("Content-Type: text/html", "Content-Type: text/css").encode()) is None


@given(st.binary(max_size=300), st.integers(0, len(SAVED)))
def test_of_damaged_bytes_no_more_is_told_than_they_say(damage: bytes, at: int) -> None:
    found = saved("a.mhtml", SAVED[:at].encode() + damage + SAVED[at + len(damage) :].encode())
    assert found is None or isinstance(found, Capture)


@pytest.mark.parametrize("date", ["", "x", "Thu, 99 Oct 2026 09:30:00", "Fri, 1 Jan 10000 09:30:00 +0200", "1" * 5000])
def test_no_date_is_none(date: str) -> None:
    assert moment(date) is None
