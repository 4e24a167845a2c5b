from __future__ import annotations

import json

from onrecord.config import Config
from onrecord.model import Page, Rejected
from onrecord.read import read_bytes


def results(*rows: object, name: str = "corpus.jsonl") -> list[Page | Rejected]:
    lines = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    return list(read_bytes(name, lines.encode(), Config()))


def test_text_is_kept_to_the_letter_with_what_is_given() -> None:
    row = {
        "id": 7,
        "text": " A  b\n\nc ",
        "headline": "H",
        "published": "2026-03-04",
        "url": "https://h.example/1",
        "outlet": "W",
    }
    (page,) = results(row)
    assert isinstance(page, Page)
    assert (page.form, page.content, page.url) == ("body", " A  b\n\nc ", "https://h.example/1")
    given = page.given
    assert (given.input_id, given.headline, given.published, given.outlet) == ("7", "H", "2026-03-04", "W")


def test_html_and_dump() -> None:
    pages = results({"html": "<p>x"}, {"dump": "x", "text": None}, name="-")
    assert [page.form for page in pages if isinstance(page, Page)] == ["html", "dump"]


def test_bad_rows_are_refused_one_by_one() -> None:
    good, broken, listed, empty = results({"text": "x"}, '{"text": ', [1], {"id": "e", "url": "u"})
    assert isinstance(good, Page)
    assert isinstance(broken, Rejected)
    assert isinstance(listed, Rejected)
    assert isinstance(empty, Rejected)
    assert (empty.input_id, empty.url) == ("e", "u")


def test_lone_surrogates_can_be_stored() -> None:
    (page,) = results('{"text": "a\\ud800b"}')
    assert isinstance(page, Page)
    assert page.content.encode() == "a\ufffdb".encode()


def test_what_a_row_gives_is_a_line_and_bounded() -> None:
    row = {"text": "Rain\n\n  fell.", "headline": "Rain \n fell", "byline": ["Ida" + " " * 300_000 + "B", *["C"] * 900]}
    (page,) = read_bytes("a.jsonl", json.dumps(row | {"outlet": "x" * 9000, "published": " 2026 "}).encode(), Config())
    assert isinstance(page, Page)
    assert (page.content, page.given.headline, page.given.published) == ("Rain\n\n  fell.", "Rain fell", "2026")
    assert page.given.byline == ("Ida B", *["C"] * 99)
    assert len(page.given.outlet or "") == 2000
