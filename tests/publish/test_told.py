"""Every kind of change has its words, and a judgement is never told as news."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from onrecord.model import Change, ChangeKind
from onrecord.publish.addresses import Addresses
from onrecord.publish.told import KINDS, Line, note, what
from onrecord.publish.told_json import SCHEMA, change_shape

FOUR, SIX = (json.dumps([value, None, "people", bound]) for value, bound in ((4.0, "exact"), (6.0, "at_least")))
SAID = {
    "New claim, single origin": Change("appeared", after="single_origin"),
    "No article on record makes this claim any more": Change("gone", before="reported"),
    "Now contested; before: single origin": Change("status", before="single_origin", after="contested"),
    "Tarn denies": Change("position", party="Tarn", after="denies"),
    "Tarn denies; before: does not comment": Change("position", party="Tarn", before="no_comment", after="denies"),
    "Tarn has no position on record any more; before: denies": Change("position", party="Tarn", before="denies"),
    "Tarn is an independent origin": Change("origin", party="Tarn", after="Tarn"),
    "Tarn is no origin any more": Change("origin", party="Tarn", before="Tarn"),
    "Tarn: at least 6 people (dead); before: 4 people": Change(
        "figure", party="Tarn", before=FOUR, after=SIX, of="dead"
    ),
    "Now one claim with “it sank”": Change("merged", claim="c", before="it sank"),
    "A story of its own now; it was part of “Ferry”": Change("split", story="s", before="Ferry"),
    "Assessed B2 by Ines": Change("assessed", after="B2", by="Ines"),
    "New article from Gull: Ferry sinks": Change("article", party="Gull", after="Ferry sinks"),
    "Edited: Ferry sank": Change("edited", after="Ferry sank"),
    "5 killed; before: no figure": Change("toll", after="[5, null]"),
}


@pytest.mark.parametrize(("words", "change"), SAID.items(), ids=lambda one: one if isinstance(one, str) else "")
def test_what_changed_is_said_in_a_line(words: str, change: Change) -> None:
    assert what(change) == words


def test_no_kind_is_without_words() -> None:
    assert {one.kind for one in SAID.values()} == set(KINDS) == set(get_args(ChangeKind))


def test_a_judgement_says_whose_and_that_it_is_no_news() -> None:
    given = Change("status", cause="judgement", by="Ines", judgement=7, why="misread")
    assert note(given) == "A judgement of Ines (number 7), not news: misread"
    assert note(Change("origin", why="we saw it")) == "we saw it"


def test_a_program_gets_the_same() -> None:
    to = Addresses(root="https://desk.example/")
    change = Change("status", claim="c", story="s", before="reported", after="denied", id="1")
    shape = change_shape(Line(change, what(change), "it sank"), to)
    assert (shape["schema"], shape["url"]) == (SCHEMA, "https://desk.example/claims/c")
    assert (shape["party"], shape["judgement"], shape["statements"]) == (None, None, [])
    in_story = Line(Change("toll", story="s", after="[1, 2]"), "", "")
    assert change_shape(in_story, to)["url"] == "https://desk.example/stories/s"
