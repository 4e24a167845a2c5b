"""Every way of finding a speaker: its example is found in that way, and its counts can be counted again."""

from __future__ import annotations

import re
from itertools import zip_longest

import pytest

from bench.places import beside
from bench.speakers import CALIBRATED_ON, counted
from onrecord.knowledge.tables import table
from onrecord.model import Article, Attribution, Span, When
from onrecord.statements.speakers import found_speakers

MARK = re.compile(r"[<>\[\]{}]")
OPENED = {">": "<", "]": "[", "}": "{"}


def attributions_of(example: str) -> tuple[str, list[Attribution]]:
    """The text without its marks; the sources, each but the last beside a content of no length, and the contents."""
    text, opened = "", {}
    found: dict[str, list[Span]] = {"<": [], "[": [], "{": []}
    for piece in re.split(f"({MARK.pattern})", example.replace("\\n", "\n")):
        if piece in OPENED.values() and piece:
            opened[piece] = len(text)
        elif piece in OPENED:
            found[OPENED[piece]].append(Span(opened[OPENED[piece]], len(text)))
        else:
            text += piece
    pairs = zip_longest(reversed(found["<"]), reversed(found["["]))
    cue = found["{"][0] if found["{"] else None
    made = [Attribution((content or Span(0, 0),), cue, source) for source, content in pairs]
    return text, made[::-1]


@pytest.mark.parametrize("row", table("speaker_ways"), ids=lambda row: row["way"])
def test_every_example_is_found_in_its_way(row: dict[str, str]) -> None:
    text, attributions = attributions_of(row["example"])
    article = Article("a", "a", "d", text, "A headline", When(None, "unknown"), outlet="The Mill Post")
    last = found_speakers(article, attributions)[-1]
    name = (last.speaker.name or "").removeprefix("The ")
    assert (last.way, name) == (row["way"], row["expected"])


@pytest.mark.parametrize("row", table("speaker_ways"), ids=lambda row: row["way"])
def test_counts_are_counts(row: dict[str, str]) -> None:
    assert 0 <= int(row["right"]) <= int(row["of"])


@pytest.mark.skipif(beside("bench", CALIBRATED_ON[0]) is None, reason="the newsrooms are not beside the checkout")
def test_the_counts_are_those_of_the_newsrooms() -> None:
    rooms = [path for name in CALIBRATED_ON if (path := beside("bench", name)) is not None]
    kept = {row["way"]: (int(row["right"]), int(row["of"])) for row in table("speaker_ways")}
    assert {way: pair for way, pair in kept.items() if pair[1]} == counted(rooms)
