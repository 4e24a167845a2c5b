"""Annotations are what the W3C's tests ask for, and every selector finds the exact words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker

from onrecord.publish.addresses import Addresses
from onrecord.publish.annotations import AROUND, CONTEXT
from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.formats import annotation
from onrecord.store import articles, statements
from onrecord.store.opening import open_record
from tests.publish.assessed_record import assessed_record, hostile
from tests.store.gold_record import keep_gold

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "web-annotation.json").read_text(encoding="utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())


def page(conn: Any, out: Path, only: Chosen = WHOLE) -> dict[str, Any]:
    """The page of annotations of a record."""
    written = annotation.write(conn, out, only=only)
    told: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    assert written.files == {out: len(told["items"])}
    return told


@pytest.mark.parametrize("which", ["gold", "hostile"])
def test_annotations_are_valid_and_find_their_words(tmp_path: Path, which: str) -> None:
    if which == "hostile":
        assessed_record(tmp_path / "r.db", hostile)
    with closing(open_record(tmp_path / "r.db")) as conn:
        if which == "gold":
            keep_gold(conn)
        told = page(conn, tmp_path / "out.json", Chosen(at=Addresses(root="https://desk.example/", files=True)))
        texts = {f"urn:onrecord:article:{one.id}": one.text for one in articles.articles(conn)}
        said = {f"urn:onrecord:statement:{one.id}": one for read in texts for one in
                statements.of_article(conn, read.rpartition(":")[2])}  # fmt: skip
    assert (told["@context"], told["type"]) == (CONTEXT, "AnnotationPage")
    assert [one["id"] for one in told["items"]] == list(said)
    for one in told["items"]:
        assert not [error.message for error in VALIDATOR.iter_errors({"@context": CONTEXT, **one})]
        spans = [place for target in one["target"] for place in places(target, texts)]
        assert spans == list(said[one["id"]].content.spans)


def places(target: dict[str, Any], texts: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Where a target is in the text; its words, with those around them, are there."""
    if target["source"] not in texts:
        assert target["selector"]["type"] == "TextQuoteSelector"
        assert target["state"]["cached"].startswith("https://desk.example/articles/")
        return
    text = texts[target["source"]]
    quote, at = target["selector"]
    start, end = at["start"], at["end"]
    assert text[start:end] == quote["exact"]
    assert text[:start].endswith(quote["prefix"])
    assert text[end:].startswith(quote["suffix"])
    assert len(quote["prefix"]) == min(AROUND, start)
    yield start, end


def test_the_schema_can_refuse() -> None:
    target = {"source": "https://gull.example/", "selector": {"type": "TextQuoteSelector", "exact": "a"}}
    good = {"@context": CONTEXT, "id": "urn:a:b", "type": "Annotation", "target": [target]}
    assert VALIDATOR.is_valid(good)
    for bad in ({"id": "no address"}, {"type": "Note"}, {"@context": "x"}, {"target": [{"source": "urn:a:b"}]}):
        assert not VALIDATOR.is_valid({**good, **bad}), bad
