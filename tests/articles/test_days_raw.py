from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from onrecord.articles.days_raw import hours_ahead, labelled_days, picture_days, raw_days, title_days


@pytest.mark.parametrize(
    "markup",
    [
        '<script>layer = {"publishDate": "2026-03-02T08:00:00+01:00"}</script>',
        "<script>var published_at = '2026-03-02 08:00';</script>",
        '<script type="application/ld+json">{"datePublished": "2026-03-02", broken</script>',
        '<div data-pubdate="2 March 2026">',
    ],
)
def test_keys_of_publication(markup: str) -> None:
    assert [one.day.isoformat() for one in raw_days(markup, (), "en")] == ["2026-03-02"]


def test_scripts_of_many_stories_say_nothing() -> None:
    markup = "".join(f'{{"publishedAt":"2026-03-0{day}"}}' for day in range(1, 5))
    assert not raw_days(markup, (), "en")


def test_what_metadata_said_is_not_heard_twice() -> None:
    assert not raw_days('"datePublished":"2026-03-02T08:00:00Z"', {"2026-03-02T08:00:00Z"}, "en")


def test_a_day_that_ends_the_title() -> None:
    assert [one.day.isoformat() for one in title_days("Ferry stops | Coast News | 02.03.2026", "de")] == ["2026-03-02"]
    assert not title_days("What 2 March 2026 meant for the ferry and for all who live by it", "en")


def test_the_clock_of_a_page() -> None:
    assert hours_ahead('"2026-03-02T08:00:00Z" "2026-03-01T23:00:00-05:00" "Mon, 02 Mar 2026 06:00:00 -0500"') == -5
    assert hours_ahead('"2026-03-02T08:00:00Z" "2026-03-02T08:00:00+00:00"') == 0


def test_a_line_that_names_the_day_of_publication() -> None:
    tree = html.document_fromstring("<p>Rain fell on 1 March 2026.</p><p>Erstellt am: 02.03.2026</p><p>© 2026</p>")
    (found,) = labelled_days(tree, "de")
    assert (found.day.isoformat(), found.place) == ("2026-03-02", "shown")


def test_a_day_that_stands_alone_is_weak() -> None:
    tree = html.document_fromstring("<p>Rain fell on 1 March 2026.</p><p>2 March 2026</p><p>3 March 2026</p>")
    (found,) = labelled_days(tree, "en")
    assert (found.day.isoformat(), found.place) == ("2026-03-02", "script")


def test_the_address_of_a_picture() -> None:
    tree = html.document_fromstring('<meta property="og:image" content="https://i.example/2026/03/02/ferry.jpg"><p>x')
    assert [one.place for one in picture_days(tree)] == ["picture"]


@given(st.text(alphabet="publishedat:=\"'2026-03 02TZ<>{}", max_size=200))
def test_any_markup(markup: str) -> None:
    assert all(one.place == "script" for one in raw_days(markup, (), None))
