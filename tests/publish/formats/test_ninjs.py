"""Articles are news objects as the IPTC's schema of ninjs 3.1 has them."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.formats import ninjs
from onrecord.store import articles
from onrecord.store.opening import open_record
from tests.publish.assessed_record import assessed_record, hostile
from tests.publish.small_record import plain
from tests.store.gold_record import keep_gold

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "ninjs-3.1.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def objects(conn: Any, out: Path, only: Chosen = WHOLE) -> list[dict[str, Any]]:
    """What is written of a record."""
    ninjs.write(conn, out, only=only)
    paths = sorted(out.iterdir()) if out.is_dir() else [out]
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


@pytest.mark.parametrize("which", ["gold", "hostile"])
def test_every_article_is_a_valid_object(tmp_path: Path, which: str) -> None:
    if which == "hostile":
        assessed_record(tmp_path / "r.db", hostile)
    with closing(open_record(tmp_path / "r.db")) as conn:
        if which == "gold":
            keep_gold(conn)
        found = {one["uri"].rpartition(":")[2]: one for one in objects(conn, tmp_path / "out")}
        held = {one.id: one for one in articles.articles(conn)}
    assert found.keys() == held.keys()
    for id_, one in found.items():
        assert not [error.message for error in VALIDATOR.iter_errors(one)]
        assert one["bodies"][0]["value"] == held[id_].text
        assert one["bodies"][0]["charCount"] == len(held[id_].text)


def test_one_article_is_a_file(tmp_path: Path) -> None:
    settled = assessed_record(tmp_path / "r.db", plain)
    copied = settled.copies[0]
    with closing(open_record(tmp_path / "r.db")) as conn:
        (one,) = objects(conn, tmp_path / "one.json", Chosen(articles=(copied.article,)))
    assert (one["type"], one["representationType"], one["standard"]["version"]) == ("text", "full", "3.1")
    assert one["by"] == "Ina Writer"
    assert one["versionCreated"] == "2026-05-07T08:00:00Z"
    assert {"role": "published", "contentType": "text/plain", "value": "2026-05-04"} in one["descriptions"]
    assert [(at["name"], at["role"]) for at in one["infoSources"]] == [("Outlet two", "publisher"), ("Wire", "agency")]
    assert {(at["name"], at["rel"]) for at in one["people"]} == {("Ina Writer", "author"), ("Ana Kol", "quoted")}
    assert [at["name"] for at in one["organisations"]] == ["Vessa", "Tarn"]
    (near,) = one["associations"]
    assert (near["uri"], near["edNote"]) == (f"urn:onrecord:article:{copied.of}", "the same words")


def test_the_schema_can_refuse() -> None:
    assert VALIDATOR.is_valid({"uri": "urn:a:b"})
    for bad in ({}, {"uri": "urn:a:b", "headline": "x"}, {"uri": "urn:a:b", "type": "words"},
                {"uri": "urn:a:b", "versionCreated": "2026-05-04"}):  # fmt: skip
        assert not VALIDATOR.is_valid(bad), bad
