from __future__ import annotations

import json

from onrecord.config import Config
from onrecord.model import Page, Rejected
from onrecord.read import read_bytes
from onrecord.read.feed import WHOLE

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour Weekly",
    "items": [
        {
            "id": "1",
            "url": "https://h.example/1",
            "title": "Bridge",
            "content_html": "<p>Opens.</p>",
            "authors": [{"name": "Mira Hollis"}],
        },
        {"id": "2", "content_text": "One < two.\n\nThree.", "date_published": "2026-03-12T08:00:00Z"},
    ],
}


def test_items_are_entries() -> None:
    first, second = read_bytes("feed.json", json.dumps(FEED).encode(), Config())
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.form, first.content, first.url) == ("entry", WHOLE + "<p>Opens.</p>", "https://h.example/1")
    assert (first.given.byline, first.given.outlet) == (("Mira Hollis",), "Harbour Weekly")
    assert second.content == WHOLE + "<p>One &lt; two.</p><p>Three.</p>"


def test_other_json_is_refused() -> None:
    for data in (
        b'{"a": 1}',
        b'{"version": "https://jsonfeed.org/version/1", "items": 3}',
        b'{"version": "https://jsonfeed.org/',
    ):
        (result,) = read_bytes("a.json", data, Config())
        assert isinstance(result, Rejected)


def test_items_that_are_none_and_items_beyond_are_told() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [[], {"title": "Rain" + " " * 99_000 + "fell"}, 7]}
    page, refused = read_bytes("feed.json", json.dumps(feed).encode(), Config())
    assert isinstance(page, Page)
    assert page.given.headline == "Rain fell"
    assert isinstance(refused, Rejected)
    assert refused.reason == "2 feed items that are no objects"
    *_, beyond = read_bytes("feed.json", json.dumps(feed | {"items": [{}] * 2003}).encode(), Config())
    assert isinstance(beyond, Rejected)
    assert beyond.reason == "3 entries beyond the first 2,000 are not read"
