from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.articles.head import head_of
from onrecord.articles.markup import parsed


def section(markup: str) -> str | None:
    return head_of(parsed(f"<html>{markup}<p>Rain fell.</p></html>")).section


def data(**fields: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def crumbs(*names: str) -> str:
    items = [{"@type": "ListItem", "position": at, "item": {"name": name}} for at, name in enumerate(names)]
    listed = {"@type": "BreadcrumbList", "itemListElement": items}
    return f'<script type="application/ld+json">{json.dumps(listed)}</script>'


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (data(articleSection="Harbours"), "Harbours"),
        (data(articleSection=["News", "Harbours"]), "Harbours"),
        (data(articleSection="News"), "News"),
        (data(articleSection="Home Page,Harbours"), "Harbours"),
        (data(articleSection="harbours_harbours"), "harbours"),
        (data(articleSection="sport/small-boats"), "small-boats"),
        (data(articleSection="Uncategorized"), None),
        (data(articleSection=""), None),
        ('<meta property="article:section" content="World">', "World"),
        (crumbs("Home", "World", "Harbours"), "Harbours"),
        ('<nav class="breadcrumbs"><a href="/">Home</a><a href="/w">World</a></nav>', "World"),
        ('<link rel="canonical" href="https://harbour.example/politics/crane-falls">', "Politics"),
        ('<link rel="canonical" href="https://harbour.example/2026/03/crane-falls">', None),
        ("", None),
    ],
)
def test_where_it_is_said(markup: str, expected: str | None) -> None:
    assert section(markup) == expected


def test_the_headline_at_the_end_of_the_trail_is_no_section() -> None:
    assert section(data(headline="Crane falls") + crumbs("Home", "World", "Crane falls")) == "World"
