"""Every type and property that is written is one of schema.org's, where its vocabulary has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from onrecord.publish.addresses import Addresses
from onrecord.publish.chosen import Chosen
from onrecord.publish.formats import claimreview, jsonld
from onrecord.store.opening import open_record
from tests.publish.assessed_record import assessed_record, hostile
from tests.publish.small_record import Dress, plain

VOCABULARY = json.loads((Path(__file__).parent / "schemas" / "schemaorg-30.1.json").read_text(encoding="utf-8"))
PLAIN = {"Text", "URL", "Date", "DateTime"}
SITE = Addresses(root="https://desk.example/r/", files=True)


def problems(node: Any, expected: frozenset[str] | None = None) -> Iterator[str]:
    """What the vocabulary has to say against a node and what is below it."""
    if "@type" not in node:
        if set(node) != {"@id"}:
            yield f"neither a type nor only a name: {node}"
        return
    kinds = VOCABULARY["types"].get(node["@type"])
    if kinds is None:
        yield f"no such type: {node['@type']}"
        return
    if expected is not None and not expected & set(kinds):
        yield f"{node['@type']} where {sorted(expected)} is expected"
    for name, value in node.items():
        if not name.startswith("@"):
            yield from _of_property(node["@type"], kinds, name, value)


def _of_property(type_: str, kinds: list[str], name: str, value: Any) -> Iterator[str]:
    told = VOCABULARY["properties"].get(name)
    if told is None or not set(told["domains"]) & set(kinds):
        yield f"{type_} has no {name}"
        return
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield from problems(one, frozenset(told["ranges"]))
        elif not set(told["ranges"]) & PLAIN:
            yield f"{name} of {type_} is no text"


def graph(made: Any, path: Path, dress: Dress, only: Chosen) -> list[dict[str, Any]]:
    """What a format makes of the record with something signed."""
    assessed_record(path / "r.db", dress)
    with closing(open_record(path / "r.db")) as conn:
        written = made.write(conn, path / "out", only=only)
    told = json.loads((path / "out").read_text(encoding="utf-8"))
    assert told["@context"] == "https://schema.org"
    assert written.files == {path / "out": len(told["@graph"])}
    found: list[dict[str, Any]] = told["@graph"]
    return found


@pytest.mark.parametrize("made", [jsonld, claimreview], ids=["jsonld", "claimreview"])
@pytest.mark.parametrize("dress", [plain, hostile], ids=["plain", "hostile"])
def test_all_of_it_is_of_the_vocabulary(tmp_path: Path, made: Any, dress: Dress) -> None:
    nodes = graph(made, tmp_path, dress, Chosen(at=SITE))
    assert nodes
    for node in nodes:
        assert not list(problems(node))


def test_a_claim_with_where_it_appears(tmp_path: Path) -> None:
    nodes = {node["@id"]: node for node in graph(jsonld, tmp_path, plain, Chosen(at=SITE))}
    claim = next(node for node in nodes.values() if node.get("text") == "Vessa is moving its bridge" and
                 node["@type"] == "Claim" and "appearance" in node)  # fmt: skip
    assert all(one["@id"] in nodes for one in claim["appearance"])
    assert claim["firstAppearance"] == claim["appearance"][0]
    assert [one["name"] for one in claim["author"]] == ["Vessa"]
    assert claim["creativeWorkStatus"]["termCode"] == "contested"
    assert claim["url"].startswith("https://desk.example/r/claims/")
    first = nodes[claim["firstAppearance"]["@id"]]
    assert (first["@type"], first["creator"]["name"], first["keywords"][0]["termCode"]) == (
        "CreativeWork",
        "Ana Kol",
        "asserts",
    )
    assert {node["@type"] for node in nodes.values()} == {
        "NewsArticle", "Quotation", "CreativeWork", "Claim", "Collection",
    }  # fmt: skip
    copied = [node for node in nodes.values() if "isBasedOn" in node]
    assert len(copied) == 1


def test_the_check_can_fail() -> None:
    bad = {"@type": "Claim", "headline2": "x", "author": {"@type": "Place", "name": "x"}}
    assert list(problems(bad)) == ["Claim has no headline2", "Place where ['Organization', 'Person'] is expected"]
    assert list(problems({"@type": "Clam"})) == ["no such type: Clam"]
