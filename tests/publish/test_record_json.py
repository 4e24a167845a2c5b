"""The JSON of the contract: its keys, its nulls and its numbers."""

from __future__ import annotations

import json
import math

import pytest

from onrecord.model import (
    Article,
    Claim,
    Copy,
    Figure,
    Note,
    Part,
    Passage,
    Rejected,
    Signal,
    Span,
    Speaker,
    Statement,
    When,
)
from onrecord.publish import record_json
from onrecord.publish.figures_json import number
from tests.store.gold_record import gold_pages, gold_settled

ARTICLE = {
    *("id", "url", "outlet", "headline", "byline", "agency", "dateline", "language"),
    *("published", "text", "copy_of", "version_of", "page"),
    *("canonical", "section", "parts", "notes", "signals"),
}
STATEMENT = {
    *(
        "id",
        "kind",
        "content",
        "cue",
        "source",
        "speaker",
        "relay",
        "stance",
        "hedges",
        "basis",
        "confidence",
        "said_on",
        "figures",
    ),
}
READ = {"schema", "input", "input_id", "rejected", "article", "furniture", "statements"}


def test_a_reading_has_the_keys_of_the_contract() -> None:
    reading = gold_pages()[0][0]
    shape = record_json.read_json(reading)
    assert shape.keys() == READ
    assert shape["schema"] == "onrecord.read/1"
    assert shape["rejected"] is None
    assert shape["article"].keys() >= ARTICLE
    assert shape["article"]["published"].keys() == {"value", "precision", "confidence", "reasons"}
    assert all(one.keys() == STATEMENT for one in shape["statements"])
    assert all(one.keys() == {"kind", "heading", "items"} for one in shape["furniture"])
    assert json.loads(json.dumps(shape)) == shape


def test_structure_notes_and_signals_of_an_article() -> None:
    parts = (Part("item", Span(0, 4)), Part("entry", Span(6, 9), "9.14 a.m.", "Bo Berg"))
    notes, signals = (Note("update", "Updated at noon."),), (Signal("cut", "it ends in mid-sentence"),)
    one = Article(
        "a", "a.html", "d", "Late\n\nNo", "h", When(None, "unknown", 0.0), parts=parts, notes=notes, signals=signals
    )
    shape = record_json.article_json(one)
    assert (shape["canonical"], shape["section"]) == (None, None)
    assert shape["parts"] == [
        {"kind": "item", "start": 0, "end": 4, "time": None, "author": None},
        {"kind": "entry", "start": 6, "end": 9, "time": "9.14 a.m.", "author": "Bo Berg"},
    ]
    assert shape["notes"] == [{"kind": "update", "text": "Updated at noon."}]
    assert shape["signals"] == [{"kind": "cut", "why": "it ends in mid-sentence"}]


def test_a_refusal_has_the_same_keys() -> None:
    shape = record_json.read_json(Rejected("a.html", "articles", "section front", "u", "7"))
    assert shape.keys() == READ
    assert shape["rejected"] == {"stage": "articles", "reason": "section front"}
    assert shape["article"] is None
    assert (shape["input"], shape["input_id"]) == ("a.html", "7")


def test_the_parts_of_a_statement() -> None:
    words = Passage("12,000 … troops", (Span(0, 6), Span(9, 15)))
    figure = Figure(12000.0, "troops", "sent", "at_least", Span(0, 6), 15000.5)
    speaker = Speaker("Ada Moreau", None, "Kestria", "named")
    said_on = When("2026-03-02", "day", 0.9, ("on Monday", "counted back"))
    one = Statement("s", "a", "mixed", words, None, None, speaker, "asserts", ("KTV",), ("may",), said_on, (figure,))
    shape = record_json.statement_json(one, party="Lindmark")
    assert shape["content"] == {"text": "12,000 … troops", "spans": [[0, 6], [9, 15]]}
    assert shape["cue"] is None
    assert shape["speaker"] == {
        "name": "Ada Moreau",
        "role": None,
        "party": "Lindmark",
        "confidence": 1.0,
        "why": "named",
    }
    assert shape["said_on"]["why"] == "on Monday; counted back"
    assert shape["said_on"].items() >= {"value": "2026-03-02", "precision": "day"}.items()
    assert shape["figures"] == [
        {"value": 12000, "high": 15000.5, "unit": "troops", "of": "sent", "bound": "at_least", "span": [0, 6]}
    ]
    assert record_json.statement_json(one)["speaker"]["party"] == "Kestria"
    row = record_json.statement_row(one, party=None, claim="c1")
    assert row.keys() == STATEMENT | {"article", "claim"}
    assert (row["article"], row["claim"]) == ("a", "c1")


def test_a_claim_and_a_story_have_the_keys_of_the_contract() -> None:
    settled = gold_settled()
    claim = record_json.claim_json(settled.claims[0])
    assert claim.keys() >= {
        *("id", "story", "wording", "status", "status_history", "positions", "origins", "possible_origins"),
        *("figures", "not_heard", "missing", "statements"),
    }
    assert claim["positions"][0].keys() == {"party", "stance", "on", "statements"}
    assert claim["origins"][0].keys() == claim["possible_origins"][0].keys() == {"party", "first_article", "why"}
    figured = next(record_json.claim_json(one)["figures"][0] for one in settled.claims if one.figures)
    assert figured.keys() >= {"party", "value", "high", "unit", "of", "bound", "on"}
    assert record_json.story_json(settled.stories[0]).keys() >= {"id", "title", "articles", "heat"}
    assert record_json.copy_json(settled.copies[0]).keys() == {"article", "of", "relation", "why"}
    assert record_json.claim_json(Claim("c", "", "w", "reported", (), ()))["story"] is None


def test_only_copies_are_copies() -> None:
    edges = [
        Copy("a", "b", "update", ""),
        Copy("a", "c", "copy", ""),
        Copy("a", "d", "copy", ""),
        Copy("e", "f", "rewrite", ""),
    ]
    assert record_json.first_copies(edges) == {"a": "c"}


@pytest.mark.parametrize(
    ("value", "shown"), [(12000.0, "12000"), (2.4, "2.4"), (-3.0, "-3"), (None, "None"), (1e300, "1e+300")]
)
def test_numbers(value: float | None, shown: str) -> None:
    assert str(number(value)) == shown


def test_a_number_that_is_none_stays_so() -> None:
    assert number(math.inf) == math.inf
    assert math.isnan(number(math.nan) or 0.0)
