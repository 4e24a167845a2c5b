"""A statement's words are found in a source, however it writes them."""

from __future__ import annotations

import json
import time
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.finding import MAX_SOUGHT, place_of

SAID = "The Minister’s bridge – all of it – “is gone” & <sunk>, he said"


def found(source: str, sought: str) -> str | None:
    place = place_of(source, sought)
    return source[place.start : place.end] if place else None


@pytest.mark.parametrize(
    "written",
    [
        SAID,
        SAID.replace(" ", "\n  "),
        escape(SAID),
        escape(escape(SAID)),
        json.dumps(SAID)[1:-1],
        json.dumps(SAID, ensure_ascii=False)[1:-1],
        json.dumps(SAID.replace("“is gone”", '"is gone"').replace(" ", "\n"))[1:-1],
        escape(SAID).replace("’", "&#8217;").replace("–", "&ndash;").replace("“", "&#x201C;"),
        escape(SAID).replace(" all of it ", " <a href='/x'>all</a> of it ").replace(" ", "&nbsp;", 1),
        escape(SAID).replace(" all", " &lt;a href=&quot;/x&quot;&gt;all"),
    ],
)
def test_words_are_found_however_they_are_written(written: str) -> None:
    assert found(f"<item>{written}.</item>", SAID) == written


def test_the_beginning_is_enough() -> None:
    begun = "The bridge over the river at Vessa was moved in the night by nobody at all"
    assert found(f"{begun}, and then", f"{begun} who could be named") == begun[: len(found(begun, begun + " x") or "")]
    assert found("The bridge", "The bridge was moved in the night by nobody") is None
    assert found("anything", "") is None
    assert found("anything", " ") is None


@given(st.text(min_size=1, max_size=200))
def test_what_is_escaped_is_found(words: str) -> None:
    if words.split():
        assert place_of(escape(words), words)
        assert place_of(json.dumps(words), words)


@pytest.mark.parametrize("piece", ["a ", "a<b ", "a &lt;", "a" + " " * 500, "&amp;", "a \\n"])
def test_hostile_sources_cost_no_more_than_their_size(piece: str) -> None:
    started = time.process_time()
    place_of((piece * 400_000)[:400_000], ("a " * MAX_SOUGHT)[: MAX_SOUGHT - 2] + "b")
    assert time.process_time() - started < 4
