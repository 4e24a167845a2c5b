from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from onrecord.articles.head import Head
from onrecord.articles.page_days import days_in_url, page_days, shown


@pytest.mark.parametrize(
    ("url", "day", "precise"),
    [
        ("https://c.example/2026/03/02/ferry", "2026-03-02", True),
        ("https://c.example/news/2026-03-02-ferry", "2026-03-02", True),
        ("https://c.example/2026/mar/02/ferry", "2026-03-02", True),
        ("https://c.example/ferry-stops-20260302", "2026-03-02", True),
        ("https://c.example/n/A2026030214320005", "2026-03-02", True),
        ("https://c.example/2026/03/ferry", "2026-03-01", False),
    ],
)
def test_days_in_addresses(url: str, day: str, precise: bool) -> None:
    assert [(one.day.isoformat(), one.precise) for one in days_in_url(url)] == [(day, precise)]


@pytest.mark.parametrize(
    "url", [None, "", "https://c.example/a/12026030", "https://c.example/2026/13/02/x", "/2026/xyz/1/"]
)
def test_no_day_in_an_address(url: str | None) -> None:
    assert not days_in_url(url)


def test_lines_at_the_headline() -> None:
    found = shown(["By Jo Reed", "Updated", "9 March 2026", "Published 2 March 2026"], "shown", "en")
    assert [(one.day.isoformat(), one.place) for one in found] == [("2026-03-09", "modified"), ("2026-03-02", "shown")]


def test_a_day_on_top_is_that_of_a_visit() -> None:
    assert [one.place for one in shown(["Monday, 2 March 2026", "x" * 60 + " 3 March 2026"], "header", "en")] == [
        "header"
    ]


def test_scripts_are_asked_where_metadata_are_silent() -> None:
    tree = html.document_fromstring("<h1>Ferry stops</h1><p>It stops.</p>")
    markup = '<script>{"publishDate":"2026-03-02"}</script>'
    assert [one.place for one in page_days(tree, Head(), "Ferry stops", markup, None)] == ["script"]


def test_universal_time_is_read_on_the_clock_of_the_page() -> None:
    tree = html.document_fromstring("<h1>Ferry stops</h1><p>It stops.</p>")
    head = Head(language="en", published=(("JSON-LD datePublished", "2026-03-03T02:10:00Z"),))
    found = page_days(tree, head, "Ferry stops", '{"aired":"2026-03-01T20:00:00-05:00"}', None)
    assert found[0].day.isoformat() == "2026-03-02"


@given(st.text(max_size=80))
def test_any_address(url: str) -> None:
    assert len(days_in_url(url)) <= 1
