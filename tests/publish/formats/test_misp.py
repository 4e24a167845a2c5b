"""Events are what MISP's schema asks for; what was signed is a tag, and nothing else is."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.formats import misp
from onrecord.store.opening import open_record
from tests.publish.assessed_record import assessed_record, hostile
from tests.publish.small_record import Dress, plain, small_record
from tests.store.gold_record import keep_gold

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "misp-2.4.json").read_text(encoding="utf-8"))


def events(conn: Any, out: Path, only: Chosen = WHOLE) -> list[dict[str, Any]]:
    """What is written of a record: valid, and harmless to whoever loads it."""
    misp.write(conn, out, only=only)
    paths = sorted(out.iterdir()) if out.is_dir() else [out]
    told = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    for one in told:
        assert not [error.message for error in Draft4Validator(SCHEMA).iter_errors(one)]
        made = one["Event"]
        assert (made["published"], made["distribution"]) == (False, "0")
        values = [(at["category"], at["type"], at["value"]) for at in made["Attribute"]]
        assert len(values) == len(set(values))
        assert not any(at["to_ids"] for at in made["Attribute"])
    return [one["Event"] for one in told]


@pytest.mark.parametrize("dress", [plain, hostile], ids=["plain", "hostile"])
def test_of_the_record_an_event_a_story(tmp_path: Path, dress: Dress) -> None:
    assessed_record(tmp_path / "r.db", dress)
    with closing(open_record(tmp_path / "r.db")) as conn:
        (event,) = events(conn, tmp_path / "out")
    assert event["info"].startswith("The bridge")
    assert event["date"] == "2026-05-04"


def test_gold(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "r.db")) as conn:
        keep_gold(conn)
        assert len(events(conn, tmp_path / "out")) == 4


def test_what_was_signed_is_a_tag_of_the_admiralty_scale(tmp_path: Path) -> None:
    settled = assessed_record(tmp_path / "r.db", plain)
    with closing(open_record(tmp_path / "r.db")) as conn:
        (event,) = events(conn, tmp_path / "out.json", Chosen(claims=(settled.claims[0].id,)))
    tags = [
        {"name": 'admiralty-scale:source-reliability="b"'},
        {"name": 'admiralty-scale:information-credibility="2"'},
    ]
    assert event["Tag"] == tags
    assert [one["value"] for one in event["Attribute"] if one.get("Tag") == tags] == ["Vessa is moving its bridge"]
    values = [one["value"] for one in event["Attribute"]]
    assert "Tarn denies: any bridge had moved (in the article’s words)" in values
    assert "Vessa: its own engineers" in values
    assert "https://one.example/bridge" in values


def test_what_nobody_signed_has_no_tag(tmp_path: Path) -> None:
    small_record(tmp_path / "r.db", plain)
    with closing(open_record(tmp_path / "r.db")) as conn:
        (event,) = events(conn, tmp_path / "out")
    assert "Tag" not in event
    assert not any("Tag" in one for one in event["Attribute"])
