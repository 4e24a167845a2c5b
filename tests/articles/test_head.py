from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.head import Head, head_of
from onrecord.articles.head_data import nodes_of
from onrecord.articles.markup import parsed


def head(markup: str) -> Head:
    return head_of(parsed(f"<html><head>{markup}</head><body><p>Rain fell.</p></body></html>"))


def with_data(data: Any) -> Head:
    return head(f'<script type="application/ld+json">{json.dumps(data)}</script>')


PERSON = {"@type": "Person", "name": "Mira Hollis"}


@pytest.mark.parametrize(
    "author",
    [
        PERSON,
        [PERSON],
        "Mira Hollis",
        ["Mira Hollis"],
        {"@type": "Person", "name": ["Mira Hollis"]},
        {"@type": "Person", "name": {"@type": "Person", "name": "Mira Hollis"}},
        {"Person": PERSON},
        {"@type": "Person", "givenName": "Mira", "familyName": "Hollis"},
        [{"@type": "Organization", "name": "Salt Club"}, PERSON],
        [[PERSON]],
        {"@id": "#mira"},
        [{"@id": "#mira"}, {"@id": "#nobody"}],
        {"@type": "Person", "name": "By Mira Hollis"},
    ],
)
def test_authors_in_every_shape(author: Any) -> None:
    graph = [{"@type": "NewsArticle", "headline": "Crane falls", "author": author}, {**PERSON, "@id": "#mira"}]
    assert with_data({"@graph": graph}).persons == ("Mira Hollis",)


def test_a_list_in_one_string_and_an_organisation() -> None:
    article = {"@type": "NewsArticle", "headline": "Crane falls"}
    assert with_data({**article, "author": "Mira Hollis, Jon Pell"}).persons == ("Mira Hollis", "Jon Pell")
    assert with_data({**article, "author": {"@type": "Organization", "name": "Jon Pell"}}).persons == ()


def test_an_agency_as_author_is_credited() -> None:
    assert with_data({"@type": "NewsArticle", "author": {"name": "Reuters"}}).persons == ("Reuters",)


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "Article", "headline": "Crane falls"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "Crane falls"}\n//]]>',
        '{"@type": "Article", "headline": "Crane falls",}',
        '{"@type": "Article", "headline": "Crane\nfalls"};',
        '[{"@type": "WebSite"}, {"@type": ["NewsArticle"], "headline": "Crane falls"}]',
    ],
)
def test_data_that_is_not_quite_json(script: str) -> None:
    assert head(f'<script type="application/ld+json">{script}</script>').headlines == ("Crane falls",)


def test_entities_escaped_twice() -> None:
    assert head('<meta property="og:title" content="Salt &amp;amp; Sand">').headlines == ("Salt & Sand",)


@pytest.mark.parametrize(
    ("markup", "persons"),
    [
        ('<meta name="author" content="Mira Hollis">', ("Mira Hollis",)),
        ('<meta name="citation_author" content="Hollis, Mira"><meta name="citation_author" content="Pell, Jon">',
         ("Mira Hollis", "Jon Pell")),
        ('<meta property="article:author" content="https://social.example/mira">', ()),
        ('<meta property="article:author" content="Mira Hollis">', ("Mira Hollis",)),
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Mira Hollis">',
         ("Mira Hollis",)),
        ('<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Mira Hollis">', ()),
    ],
)  # fmt: skip
def test_meta_elements(markup: str, persons: tuple[str, ...]) -> None:
    assert head(markup).persons == persons


@pytest.mark.parametrize(("said", "free"), [(False, False), ("False", False), ("true", True), (None, None)])
def test_free_or_not(said: Any, free: bool | None) -> None:
    data = {"@type": "Article", **({} if said is None else {"isAccessibleForFree": said})}
    assert with_data(data).free is free


JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "@id", "@graph", "name", "author", "headline"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_data(data: Any) -> None:
    text = json.dumps(data).replace("<", "")
    tree = parsed(f'<html><head><script type="application/ld+json">{text}</script></head><p>x</p></html>')
    assert head_of(tree) == head_of(tree)
    assert all(isinstance(node, dict) for node in nodes_of(tree).all)


@pytest.mark.parametrize(
    ("shown", "persons"),
    [
        (("Mira Hollis", "Anna Holt"), ("Mira Hollis", "Anna Holt")),
        (("Anna Holt", "Mira Hollis"), ("Anna Holt", "Mira Hollis")),
        (("Anna Holt", "Jon Pell"), ("Mira Hollis",)),
        (("Mira Hollis", "Follow Unfollow"), ("Mira Hollis",)),
    ],
)
def test_the_page_may_show_more_authors_than_its_data_name(shown: tuple[str, ...], persons: tuple[str, ...]) -> None:
    data = (
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "author": PERSON, "headline": "x"})}'
    )
    links = "".join(f'<a rel="author" href="/a">{name}</a>' for name in shown)
    page = f"<html><head>{data}</script></head><body><h1>x</h1><p>{links}</p><p>Rain fell.</p></body></html>"
    assert head_of(parsed(page)).persons == persons
