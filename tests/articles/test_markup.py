from __future__ import annotations

import json

import pytest

from onrecord.articles.markup import (
    MOST_NODES,
    TooDeepError,
    block_lines,
    depth_of,
    lines_without_markup,
    linked_lines,
    parsed,
    text_of,
    without_scripts,
)


def test_lines_and_their_holders() -> None:
    tree = parsed("<div>One <b>two</b><p>three<br>four</p>five<script>x</script></div>")
    assert [(line, holder.tag) for line, holder in block_lines(tree)] == [
        ("One two", "div"),
        ("three", "p"),
        ("four", "p"),
        ("five", "div"),
    ]


def test_the_share_of_links() -> None:
    tree = parsed("<p><a href=x>all of it</a></p><p>none</p><p>half <a href=x>half</a></p>")
    assert [round(share, 1) for _, _, share in linked_lines(tree)] == [1.0, 0.0, 0.4]


@pytest.mark.parametrize("tag", ["div", "b", "table", "span", "em"])
def test_deep_markup_reaches_no_parser(tag: str) -> None:
    page = f"<{tag}>" * 10_000 + "<p>Rain fell.</p>"
    assert depth_of(page) >= 10_000
    with pytest.raises(TooDeepError):
        parsed(page)
    assert "Rain fell." in lines_without_markup(page)


def test_scripts_are_gone_but_for_structured_data() -> None:
    tree = parsed('<script>bad</script><script type="application/ld+json">{}</script><p>x</p><SCRIPT>never closed<p>y')
    assert len(tree.xpath("//script")) == 1
    assert [line for line, _ in block_lines(tree)] == ["x"]


@pytest.mark.parametrize("page", ["", "   ", "<!-- -->"])
def test_nothing_to_parse(page: str) -> None:
    with pytest.raises(ValueError, match="no markup"):
        parsed(page)


def test_a_damaged_end_of_a_script_ends_it() -> None:
    assert [line for line, _ in block_lines(parsed("<script>bad</script\x00><p>x\x00y"))] == ["x y"]


@pytest.mark.parametrize(
    ("markup", "depth"), [("<p><div/><BR><b><i></i><u>", 2), ("</b></b><b>", 1), ("<my-tag><p-x><Li>", 1), ("< b>", 0)]
)
def test_only_what_must_be_closed_counts_as_depth(markup: str, depth: int) -> None:
    assert depth_of(markup) == depth


def test_more_elements_than_an_article_has_are_not_read() -> None:
    with pytest.raises(TooDeepError):
        parsed("<p>Rain fell." + "<br>" * MOST_NODES)


def test_embed_code_inside_structured_data_takes_nothing_with_it() -> None:
    data = '{"@type": "NewsArticle", "articleBody": "A <b>crane</b> <script>embed()<\\/script> fell."}'
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body><p>Rain fell.</p></body></html>'
    tree = parsed(page)
    assert [text_of(one) for one in tree.iter("p")] == ["Rain fell."]
    (script,) = tree.iter("script")
    assert json.loads(script.text)["articleBody"] == "A <b>crane</b> <script>embed()</script> fell."
    assert depth_of(without_scripts(page)) <= 5


def test_structured_data_that_never_end_are_left_to_the_parser() -> None:
    page = '<p>Rain fell.</p><script type="application/ld+json">{"@type": "NewsArticle"'
    assert "".join(without_scripts(page).split()) == "".join(page.split())
