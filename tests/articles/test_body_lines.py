"""Lines are cut at block boundaries, keep every word, and know what they are set in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.body_lines import MOST_LINES, lines_of
from onrecord.articles.body_places import Places
from onrecord.articles.markup import block_lines, parsed

TAGS = st.sampled_from(["p", "div", "b", "a", "br", "li", "em", "span", "script", "h2"])
MARKUP = st.recursive(
    st.text("ab <&", max_size=8),
    lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", TAGS, st.lists(inner, max_size=4)),
    max_leaves=20,
)


@given(MARKUP)
def test_the_lines_are_those_of_the_page(markup: str) -> None:
    tree = parsed(f"<html><body><div>x {markup}</div></body></html>")
    lines = lines_of(tree)
    assert [(line.text, line.holder) for line in lines] == list(block_lines(tree))
    assert all(0 <= share <= 1 for line in lines for share in (line.linked, line.bold, line.slanted))


def test_shares_of_links_bold_and_italics() -> None:
    tree = parsed("<p><a href='/x'>abcd</a> efgh <b>ij<i>kl</i></b></p>")
    (line,) = lines_of(tree)
    assert (round(line.linked, 2), round(line.bold, 2), round(line.slanted, 2)) == (0.29, 0.29, 0.14)


def test_endless_pages_are_cut() -> None:
    assert len(lines_of(parsed("<br>x" * (MOST_LINES + 50)))) == MOST_LINES


def test_a_place_knows_what_is_around() -> None:
    tree = parsed("<article class='postBody'><div id='comments'><ul><li hidden>Well said.</li></ul></div></article>")
    place = Places().of(lines_of(tree)[0].holder)
    assert place.tag == "li"
    assert place.hidden
    assert place.discussed
    assert place.own[2] == {"comments"}
    assert {"post", "body"} <= place.far
