"""An archived page is shown as its words, never as its markup, however it is built."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.archived import MAX_BLOCKS, MAX_SOURCE, archived, in_pages
from onrecord.publish.runs import Run
from onrecord.publish.sought import Sought

PAGE = (
    "<!DOCTYPE html><html><head><title>no</title><style>p{}</style></head><body><nav><ul><li>Top</li></ul></nav>"
    "<h1>A &amp; B</h1><p>One <b>two</b>\n three.</p><script>if (a<b) alert('x')</script><!-- note > --><p>Four</p>"
)


def lines(data: bytes) -> list[tuple[str, str]]:
    return [(block.kind, "".join(run.text for run in block.runs)) for block in archived(data, []).blocks]


def source(data: bytes) -> str:
    return "".join(run.text for run in archived(data, []).source or ())


def test_the_words_of_a_page_in_order() -> None:
    assert lines(PAGE.encode()) == [
        ("item", "Top"),
        ("heading", "A & B"),
        ("text", "One two three."),
        ("text", "Four"),
    ]


def test_wanted_words_are_marked() -> None:
    shown = archived(PAGE.encode(), [Sought("two three")])
    assert shown.found
    assert [(run.text, run.hit) for run in shown.blocks[2].runs] == [("One ", False), ("two three", True), (".", False)]
    assert not archived(PAGE.encode(), [Sought("five")]).found


def test_words_that_stand_in_several_lines_are_marked_in_one() -> None:
    page = b"<html><p>He left it.<p>It is with them.<p>She denies it, she said.<p>And it went on."
    shown = archived(page, [Sought("it", "She denies ", ", she said.")])
    assert [[run.text for run in block.runs if run.hit] for block in shown.blocks] == [[], [], ["it"], []]
    assert [run.text for run in shown.blocks[2].runs] == ["She denies ", "it", ", she said."]
    source = archived(page, [Sought("it", "She denies ", ", she said.")], as_source=True).source or ()
    assert [run.text for run in source][:1] == [page.decode()[: page.index(b"it, she")]]


def test_a_dump_is_shown_line_by_line() -> None:
    assert lines(b"Headline\n\nA paragraph with <b> in it.\n") == [
        ("text", "Headline"),
        ("text", "A paragraph with <b> in it."),
    ]


def test_a_feed_and_a_page_on_demand_are_shown_as_source() -> None:
    feed = b'<?xml version="1.0"?><rss><channel></channel></rss>'
    assert source(feed) == feed.decode()
    assert archived(PAGE.encode(), [], as_source=True).source == (Run(PAGE),)


def test_wanted_words_are_marked_in_a_source() -> None:
    feed = b'<?xml version="1.0"?><rss><item>Tom &amp;amp; Ann\n said &lt;b&gt;no&lt;/b&gt;.</item></rss>'
    shown = archived(feed, [Sought("Tom & Ann said no.")])
    assert shown.found
    assert [run.text for run in shown.source or () if run.hit] == ["Tom &amp;amp; Ann\n said &lt;b&gt;no&lt;/b&gt;."]
    assert not archived(feed, [Sought("Tom said yes.")]).found


def test_long_pages_are_cut_and_say_so() -> None:
    assert archived(b"<p>" + b"<p>x" * (MAX_BLOCKS + 5), []).cut
    shown = archived(b"{" + b"x" * (MAX_SOURCE + 5), [])
    assert shown.cut
    assert sum(len(run.text) for run in shown.source or ()) == MAX_SOURCE


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<div>" * 300_000,
        b"<html>" + b"<" * 1_000_000,
        b"<html>" + b"<!--" * 300_000,
        b"<html>" + b"<script>" * 200_000,
        b"<html>" + b"<a href='" * 200_000,
        b"<html>" + b"&" * 1_000_000,
        b"<html><p>" + b"x" * 2_000_000,
    ],
    ids=["nested", "open", "comments", "scripts", "attributes", "entities", "long"],
)
def test_hostile_pages_cost_no_more_than_their_size(data: bytes) -> None:
    started = time.perf_counter()
    archived(data, [Sought("x" * 40)] * 5)
    assert time.perf_counter() - started < 4


@given(st.binary(max_size=400), st.lists(st.text(max_size=5), max_size=3))
def test_any_bytes_are_shown_or_not_but_never_fail(data: bytes, wanted: list[str]) -> None:
    shown = archived(data, [Sought(one) for one in wanted])
    assert shown.source is not None or isinstance(shown.blocks, tuple)


def test_a_long_page_is_shown_in_portions_and_loses_nothing() -> None:
    lines = [f"line {n} of a page that goes on" for n in range(900)]
    whole = archived(("<html><body><p>" + "<p>".join(lines)).encode(), [Sought(lines[700])])
    cut = in_pages(whole, most=9_000)
    assert [block for one in cut for block in one.blocks] == list(whole.blocks)
    assert len(cut) > 3
    assert [one.found for one in cut].count(True) == 1
    source = archived(("{" + "x" * 70_000 + "}").encode(), [])
    runs_ = [run.text for one in in_pages(source, most=30_000) for run in one.source or ()]
    assert "".join(runs_) == "{" + "x" * 70_000 + "}"
    assert in_pages(archived(b"", [])) != ()
