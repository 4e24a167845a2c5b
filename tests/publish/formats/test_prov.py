"""PROV-JSON loads as its own library has it, and every relation's ends are there."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from prov.model import ProvAttribution, ProvDerivation, ProvDocument

from onrecord.publish.formats import prov
from onrecord.store.opening import open_record
from tests.publish.assessed_record import assessed_record, hostile
from tests.publish.small_record import plain
from tests.store.gold_record import keep_gold


def told(conn: Any, out: Path) -> dict[str, dict[str, Any]]:
    """What is written of a record."""
    written = prov.write(conn, out)
    found: dict[str, dict[str, Any]] = json.loads(out.read_text(encoding="utf-8"))
    assert written.files == {out: sum(len(members) for name, members in found.items() if name != "prefix")}
    return found


@pytest.mark.parametrize("which", ["gold", "hostile"])
def test_it_loads_with_the_library_of_the_standard(tmp_path: Path, which: str) -> None:
    if which == "hostile":
        assessed_record(tmp_path / "r.db", hostile)
    with closing(open_record(tmp_path / "r.db")) as conn:
        if which == "gold":
            keep_gold(conn)
        found = told(conn, tmp_path / "out.json")
    document = ProvDocument.deserialize(str(tmp_path / "out.json"), format="json")
    assert len(document.records) == sum(len(members) for name, members in found.items() if name != "prefix")
    assert len(list(document.get_records(ProvDerivation))) == len(found["wasDerivedFrom"])
    assert len(list(document.get_records(ProvAttribution))) == len(found["wasAttributedTo"])
    entities, agents = found["entity"].keys(), found["agent"].keys()
    for one in found["wasDerivedFrom"].values():
        assert {one["prov:generatedEntity"], one["prov:usedEntity"]} <= entities
    for one in found["wasAttributedTo"].values():
        assert one["prov:entity"] in entities
        assert one["prov:agent"] in agents
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert again == document


def test_every_edge_says_why(tmp_path: Path) -> None:
    settled = assessed_record(tmp_path / "r.db", plain)
    with closing(open_record(tmp_path / "r.db")) as conn:
        found = told(conn, tmp_path / "out.json")
    copied = settled.copies[0]
    edges = [
        one for one in found["wasDerivedFrom"].values()
        if one["prov:generatedEntity"] == f"onrecord:article-{copied.article}"
    ]  # fmt: skip
    assert [(one.get("onrecord:relation"), one.get("onrecord:why")) for one in edges] == [
        ("copy", "the same words"),
        (None, None),
    ]
    assert edges[1]["prov:type"]["$"] == "prov:Revision"
    attributed = [one for one in found["wasAttributedTo"].values() if "prov:role" in one]
    assert sorted({(one["prov:role"], one["onrecord:why"]) for one in attributed}) == [
        ("origin", "its own engineers"),
        ("possible origin", "no words show it"),
    ]
    quoted = [one for one in found["wasDerivedFrom"].values() if one.get("prov:type", {}).get("$") == "prov:Quotation"]
    assert len(quoted) == 8
