"""Stories that a page carries only in its scripts, in the shapes that content systems give them."""

from __future__ import annotations

import json
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.body_scripts import values_in, with_scripts

HEADLINE = "Ferry to the islands stays in harbour for a second week"
LINES = tuple(
    f"On day {day} of the strike the ferry stayed in the old harbour, and the captain said that nobody had called."
    for day in ("one", "two", "three", "four")
)
OTHER = "The bakery at the corner of the market sells its last bread on Sunday, and its owner moves to the coast. " * 9
MARKUP = "".join(f"<p>{line}</p>" for line in LINES)
TEASERS = [{"title": f"Another story of day {at} at sea", "url": f"/{at}", "text": OTHER} for at in range(5)]


def script(text: str) -> str:
    return f"<html><body><div id='app'></div><script>{text}</script></body></html>"


def assigned(value: Any) -> str:
    return script(f"window.__STATE__ = {json.dumps(value)}; boot();")


def streamed(text: str) -> str:
    stream = f'2:{{"a":1}}\n3:T{len(text.encode()):x},{text}4:["$","main",null,{{}}]\n'
    half = len(stream) // 2
    return "".join(
        f"<script>self.__next_f.push([1,{json.dumps(part)}])</script>" for part in (stream[:half], stream[half:])
    )


ELEMENTS = [{"type": "text", "content": line} for line in LINES]
NODES = [{"type": "paragraph", "content": [{"type": "text", "text": line[:20]}, {"text": line[20:]}]} for line in LINES]
BLOCKS = [{"_type": "block", "children": [{"_type": "span", "text": line}]} for line in LINES]
REACT = ["$", "div", None, {"children": [["$", "p", None, {"children": line}] for line in LINES]}]


@pytest.mark.parametrize(
    "page",
    [
        assigned({"article": {"headline": HEADLINE, "body": MARKUP}}),
        assigned({"title": HEADLINE, "body": "\n".join(LINES)}),
        assigned({"headlines": {"basic": HEADLINE}, "content_elements": [*ELEMENTS, {"type": "image", "text": OTHER}]}),
        assigned({"title": HEADLINE, "doc": {"type": "doc", "content": NODES}, "related": TEASERS}),
        assigned([TEASERS, {"title": HEADLINE, "body": BLOCKS}]),
        script(f"var story = JSON.parse({json.dumps(json.dumps({'headline': HEADLINE, 'html': MARKUP}))});"),
        script("var story = JSON.parse('" + json.dumps({"headline": HEADLINE, "html": MARKUP}) + "');"),
        f'<div data-page="{escape(json.dumps({"headline": HEADLINE, "text": MARKUP}))}"></div>',
        streamed(MARKUP),
        streamed("") + script("self.__next_f.push([1," + json.dumps("9:" + json.dumps(REACT) + "\n") + "])"),
        script(json.dumps({"headline": HEADLINE, "next": json.dumps({"html": MARKUP})})),
    ],
)
def test_the_story_is_found(page: str) -> None:
    assert with_scripts((), page, headline=HEADLINE, description="") == LINES


def test_the_story_of_another_headline_is_not_taken() -> None:
    page = assigned({"headline": "Bakery at the market closes its doors for good", "body": f"<p>{OTHER}</p>" * 2})
    assert with_scripts((), page, headline=HEADLINE, description="") == ()


def test_teasers_are_no_story() -> None:
    assert with_scripts((), assigned(TEASERS), headline="News of the day from the sea", description="") == ()


def test_a_page_with_a_story_keeps_it() -> None:
    own = tuple(f"{line} It rained." for line in LINES * 3)
    assert (
        with_scripts(own, assigned({"headline": HEADLINE, "body": MARKUP * 9}), headline=HEADLINE, description="")
        == own
    )


def test_a_beginning_gives_way_only_to_its_own_story() -> None:
    own = LINES[:1]
    nameless = assigned({"body": f"<p>{OTHER}</p><p>{OTHER} So it is.</p>"})
    assert with_scripts(own, nameless, headline=HEADLINE, description="") == own
    assert with_scripts(own, assigned({"body": MARKUP}), headline="", description=LINES[0][:90]) == LINES


def test_captions_and_code_are_left_out() -> None:
    body = f"<figure>{LINES[0]}</figure><div class='caption'>{LINES[1]}</div>{MARKUP}<p>var a = {{b: [1, 2]}};</p>"
    assert with_scripts((), assigned({"title": HEADLINE, "body": body}), headline=HEADLINE, description="") == LINES


@given(st.text(alphabet="<script>/=([{\"'\\:,T0a&quot; \n", max_size=400))
def test_any_markup_is_survived(text: str) -> None:
    assert isinstance(with_scripts((), f"<script>{text * 3}", headline=HEADLINE, description=""), tuple)


def test_hostile_nesting_is_survived() -> None:
    deep = "[" * 100_000
    assert list(values_in(script(f"a = {deep}"))) == []
    assert list(values_in(script("a = ['" * 50_000))) == []
    assert list(values_in(script("f({a: 1}, 'b'); " * 20_000))) == []
    nested = '{"a":' * 500 + json.dumps(MARKUP) + "}" * 500
    assert with_scripts((), script(f"a = {nested}"), headline=HEADLINE, description="") == ()
