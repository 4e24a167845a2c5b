"""Bytes are kept once and come back; each time they came is noted."""

from __future__ import annotations

import sqlite3

from onrecord.model import Capture
from onrecord.store import pages
from onrecord.store.pages import Kept
from tests.store.gold_record import gold_bytes, gold_pages

NOW, LATER = "2026-03-18T08:00:00Z", "2030-01-01T00:00:00Z"
FIRST = Capture("https://gull.example/a", "2026-03-18T07:59:58Z", 200, (("content-type", "text/html"), ("etag", "é")))
SECOND = Capture("https://gull.example/a", "2026-03-18T08:59:58Z", 200)


def test_bytes_are_kept_once_and_come_back(record: sqlite3.Connection) -> None:
    article = gold_pages()[0][0].article
    data = gold_bytes(article)
    assert pages.page_bytes(record, article.digest) == data
    pages.keep_page(record, Kept(article.digest, article.input, LATER), data)
    (found,) = pages.evidence(record, [article.digest, "none"]).values()
    assert found == (len(data), (Kept(article.digest, article.input, NOW),))
    assert pages.page_bytes(record, "none") is None
    assert article.digest in pages.digests(record)
    assert pages.digests(record, of=[article.id, "none"]) == [article.digest]


def test_every_capture_is_kept_and_none_twice(empty: sqlite3.Connection) -> None:
    came = [
        Kept("d1", "a.html", NOW, FIRST),
        Kept("d1", "https://gull.example/a", LATER, SECOND),
        Kept("d1", "a.html", LATER),
        Kept("d1", "b.html", LATER),
    ]
    for _ in range(2):
        pages.keep_page(empty, came[0], b"page")
        for one in came:
            pages.keep_capture(empty, one._replace(added=one.added if one is came[0] else LATER))
    assert list(pages.captures(empty)) == came
    assert pages.evidence(empty, ["d1"]) == {"d1": (4, tuple(came))}
    assert all(pages.captured(empty, one) for one in came)
    assert not pages.captured(empty, Kept("d1", "c.html", NOW))
    assert not pages.captured(empty, came[0]._replace(page="d2"))


def test_an_article_was_read_from_the_first_capture_of_its_address() -> None:
    given, first, second = (Kept("d", "n", NOW, how) for how in (Capture(), FIRST, SECOND))
    assert pages.Evidence(4, (given, first, second)).behind("http://www.gull.example/a") == first
    assert pages.Evidence(4, (given, first)).behind("https://tern.example/b") == given
    assert pages.Evidence(4, (given, first)).behind(None) == given
    assert pages.Evidence(4, ()).behind(None) is None


def test_headers_without_end_are_cut(empty: sqlite3.Connection) -> None:
    headers = tuple((f"x-{n}", "v" * 20_000) for n in range(1_000))
    pages.keep_page(empty, Kept("d1", "a", NOW, Capture("https://gull.example/", NOW, 200, headers)), b"page")
    (kept,) = pages.captures(empty)
    assert len(kept.capture.headers) == pages.MAX_HEADERS
    assert {len(value) for _, value in kept.capture.headers} == {pages.MAX_HEADER}
