from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.head import head_of
from onrecord.articles.markup import parsed

STORY = (
    "<p>" + "The harbour was closed on Monday after a crane fell into the basin, the port office said. " * 2 + "</p>"
)


def persons(markup: str, *, head: str = "", below: str = "") -> tuple[str, ...]:
    page = f"<html><head>{head}</head><body><article><h1>Crane falls</h1>{markup}{STORY}</article>{below}</body></html>"
    return head_of(parsed(page)).persons


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<span itemprop="author"><span itemprop="name">Mira Hollis</span>, Editor</span>', ("Mira Hollis",)),
        ('<span itemprop="author" itemscope><meta itemprop="name" content="Mira Hollis"></span>', ("Mira Hollis",)),
        ('<a rel="author" href="/m">Mira Hollis</a>', ("Mira Hollis",)),
        ('<span class="author vcard"><a class="fn" href="/m">Mira Hollis</a></span>', ("Mira Hollis",)),
        ('<div class="article__byline">Von Mira Hollis und Jon Pell</div>', ("Mira Hollis", "Jon Pell")),
        ('<ul><li class="author">Mira Hollis</li><li class="author">Jon Pell</li></ul>', ("Mira Hollis", "Jon Pell")),
        ('<p class="author-name">Mira Hollis<br>Europe correspondent</p>', ("Mira Hollis",)),
        ("<p>By Mira Hollis</p>", ("Mira Hollis",)),
        ("<p>Von Mira Hollis, Varna</p>", ("Mira Hollis",)),
        ("<p>By the end of the day the harbour was open.</p>", ()),
        ('<div class="author">Harbour Weekly</div><p>By Mira Hollis</p>', ("Mira Hollis",)),
        ('<div class="author-bio">Jon Pell</div>', ()),
        ('<figure><span class="author">Jon Pell</span></figure>', ()),
        ('<div class="related"><span class="author">Jon Pell</span></div>', ()),
        ("<ul><li>Big Harbour</li><li>Small Harbour</li></ul>", ()),
    ],
)
def test_marks_and_lines(markup: str, expected: tuple[str, ...]) -> None:
    assert persons(markup, head='<meta property="og:site_name" content="Harbour Weekly">') == expected


def test_comments_have_other_authors() -> None:
    assert persons("", below='<div id="comments"><span class="comment-author">Jon Pell</span></div>') == ()


def test_metadata_before_marks() -> None:
    head = '<meta name="author" content="Mira Hollis">'
    assert persons('<span class="author">Jon Pell</span>', head=head) == ("Mira Hollis",)
    assert persons('<span class="author">Jon Pell</span>', head='<meta name="author" content="admin">') == ("Jon Pell",)


def test_the_lines_that_are_marked_as_credit() -> None:
    page = f'<h1>Crane falls</h1><p class="credit">SALTWIRE</p><p class="tag"><a href="/x">Harbour</a></p>{STORY}'
    assert head_of(parsed(page)).credits == ("SALTWIRE",)


@given(
    st.lists(st.sampled_from(["<h1>", "<p class=author>", "By Jon Pell", "</p>", "<ul>", "<h2>", STORY]), max_size=9)
)
def test_any_markup(parts: list[str]) -> None:
    assert len(persons("".join(parts))) <= 8
