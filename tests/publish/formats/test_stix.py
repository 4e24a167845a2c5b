"""Bundles pass the validator of OASIS, and ids follow from content."""

from __future__ import annotations

import json
import uuid
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from stix2validator import ValidationOptions, validate_instance

from onrecord.publish.formats import stix
from onrecord.publish.threat import CONFIDENCE, OPINIONS
from onrecord.store.opening import open_record
from tests.publish.assessed_record import assessed_record, hostile
from tests.publish.small_record import plain
from tests.store.gold_record import keep_gold

OPTIONS = ValidationOptions(version="2.1")


def bundle(conn: Any, out: Path) -> dict[str, Any]:
    """What is written of a record; it is valid, and what is referred to is in it."""
    written = stix.write(conn, out)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    assert written.files == {out: len(found["objects"])}
    result = validate_instance(found, OPTIONS)
    assert result.is_valid, result.errors
    ids = [one["id"] for one in found["objects"]]
    assert len(ids) == len(set(ids))
    for one in found["objects"]:
        named = [*one.get("object_refs", ()), *(one[key] for key in one if key.endswith("_ref"))]
        assert set(named) <= set(ids)
        assert uuid.UUID(one["id"].partition("--")[2]).version == 5
    return found


@pytest.mark.parametrize("which", ["gold", "hostile"])
def test_the_validator_finds_no_error(tmp_path: Path, which: str) -> None:
    if which == "hostile":
        assessed_record(tmp_path / "r.db", hostile)
    with closing(open_record(tmp_path / "r.db")) as conn:
        if which == "gold":
            keep_gold(conn)
        assert bundle(conn, tmp_path / "out.json")["objects"]


def test_a_position_is_a_relationship_with_its_time(tmp_path: Path) -> None:
    assessed_record(tmp_path / "r.db", plain)
    with closing(open_record(tmp_path / "r.db")) as conn:
        objects = bundle(conn, tmp_path / "out.json")["objects"]
    names = {one["id"]: one["name"] for one in objects if one["type"] == "identity"}
    stands = [one for one in objects if one["type"] == "relationship"]
    assert [
        (names[one["source_ref"]], one["relationship_type"], one["start_time"][:10], one.get("stop_time", "")[:10])
        for one in stands
    ] == [
        ("Vessa", "asserts", "2026-05-04", ""),
        ("Tarn", "no-comment", "2026-05-04", "2026-05-06"),
        ("Tarn", "denies", "2026-05-06", ""),
    ]
    assert [one.get("confidence") for one in stands] == [100, None, 100]
    (signed,) = [one for one in objects if one["type"] == "opinion"]
    assert (signed["opinion"], signed["confidence"], signed["authors"]) == ("agree", 70, ["Ada Reader"])
    assert names[signed["created_by_ref"]] == "Ada Reader"
    assert signed["created"] == "2026-05-08T09:30:00.000Z"


def test_what_cannot_be_judged_is_no_opinion(tmp_path: Path) -> None:
    assessed_record(tmp_path / "r.db", plain, value="F6")
    with closing(open_record(tmp_path / "r.db")) as conn:
        objects = bundle(conn, tmp_path / "out.json")["objects"]
    assert not [one for one in objects if one["type"] == "opinion"]
    assert OPINIONS.keys() == CONFIDENCE.keys() == set("12345")


def test_the_validator_can_fail(tmp_path: Path) -> None:
    assessed_record(tmp_path / "r.db", plain)
    with closing(open_record(tmp_path / "r.db")) as conn:
        found = bundle(conn, tmp_path / "out.json")
    next(one for one in found["objects"] if one["type"] == "relationship")["confidence"] = 101
    assert not validate_instance(found, OPTIONS).is_valid
