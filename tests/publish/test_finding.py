"""A statement's words are found in a source, however it writes them."""

from __future__ import annotations

import json
import time
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.finding import MANY, MAX_SOUGHT, places_of

SAID = "The Minister’s bridge – all of it – “is gone” & <sunk>, he said"


def found(source: str, sought: str) -> str | None:
    places = places_of(source, sought)
    return source[places[0].start : places[0].end] if places else None


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


def test_words_are_found_as_often_as_they_stand() -> None:
    assert [(at.start, at.end) for at in places_of("it rose &amp; it fell", "it")] == [(0, 2), (14, 16)]
    assert len(places_of("it " * 500, "it")) == MANY


@given(st.text(min_size=1, max_size=200))
def test_what_is_escaped_is_found(words: str) -> None:
    if words.split():
        assert places_of(escape(words), words)
        assert places_of(json.dumps(words), words)


@pytest.mark.parametrize("piece", ["a ", "a<b ", "a &lt;", "a" + " " * 500, "&amp;", "a \\n"])
def test_hostile_sources_cost_no_more_than_their_size(piece: str) -> None:
    started = time.process_time()
    places_of((piece * 400_000)[:400_000], ("a " * MAX_SOUGHT)[: MAX_SOUGHT - 2] + "b")
    assert time.process_time() - started < 4
