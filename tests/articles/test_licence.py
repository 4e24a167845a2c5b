"""Which licence of its text a page names: never that of a photograph."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.licence import licences_named

BY = "https://creativecommons.org/licenses/by/4.0/"
LINK = f'<a href="{BY}">Creative Commons</a>'


def data(type_: str, licence: object) -> str:
    """A script of structured data, its slashes escaped as many systems do."""
    node = json.dumps({"@type": type_, "headline": "Ferry", "license": licence}).replace("/", "\\/")
    return f'<script type="application/ld+json">{node}</script>'


def page(*, head: str = "", body: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body><h1>Ferry</h1><p>Words.</p>{body}</body></html>"


@pytest.mark.parametrize(
    "markup",
    [
        page(head=f'<link rel="license" href="{BY}">'),
        page(body=f'<footer><a rel="nofollow license" href="{BY}">CC BY</a></footer>'),
        page(head=f'<meta name="DC.rights" content="{BY}">'),
        page(head=f'<meta name="dcterms.license" content="{BY}">'),
        page(head=data("NewsArticle", BY)),
        page(head=data("Article", {"@id": BY})),
        page(body=f"<p>This article is republished under a {LINK} licence.</p>"),
    ],
    ids=["link", "footer", "rights", "dublin core", "data", "node", "words"],
)
def test_what_is_said_of_the_text_counts(markup: str) -> None:
    assert licences_named(markup) == (BY,)


@pytest.mark.parametrize(
    "markup",
    [
        page(body=f"<figure><img src=a.jpg><figcaption>Ina Writer, {LINK}</figcaption></figure>"),
        page(body=f'<figure><a rel="license" href="{BY}">CC BY</a></figure>'),
        page(body=f'<div class="wp-caption-text">This article shows a boat, {LINK}</div>'),
        page(body=f"<p>Photo in this story: Ina Writer, {LINK}</p>"),
        page(body=f'<p about="boat.jpg">This text: <a rel="license" href="{BY}">CC BY</a></p>'),
        page(body=f"<aside><p>Another article, {LINK}</p></aside>"),
        page(body=f"<p>The minister spoke of {LINK} for an hour.</p>"),
        page(head=data("ImageObject", BY)),
        page(body=f"<p>{BY}</p>"),
        f"<p>This article is under {LINK}</p>",
        json.dumps({"html": page(head=data("Article", BY))}),
        "",
    ],
    ids=[
        "caption",
        "figure",
        "class",
        "photo",
        "about",
        "aside",
        "passing",
        "image",
        "bare",
        "fragment",
        "row",
        "empty",
    ],
)
def test_what_is_said_of_something_else_does_not(markup: str) -> None:
    assert licences_named(markup) == ()


def test_several_are_named_in_order() -> None:
    reserved = '<meta name="copyright" content="All rights reserved">'
    link = f'<link rel="license" href="{BY}">'
    assert licences_named(page(head=reserved + link)) == ("All rights reserved", BY)


def test_pages_without_a_licence_that_allows_anything_are_not_taken_apart() -> None:
    assert licences_named(page(head='<meta name="copyright" content="All rights reserved">')) == ()


def test_many_links_deep_down_are_bearable() -> None:
    deep = "<div>" * 150 + f"<p>This article: {LINK}</p>" * 300
    assert len(licences_named(page(body=deep))) <= 12


@given(st.text(), st.text())
def test_no_page_fails(head: str, body: str) -> None:
    for one in licences_named(page(head=f'<link rel="license" href="{BY}">{head}', body=body)):
        assert one
