"""Nobody's rating but whoever signed it, and no number that could pass for one of truth."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from onrecord.publish.formats import claimreview
from onrecord.store.opening import open_record
from tests.publish.assessed_record import AT, assessed_record
from tests.publish.small_record import plain, small_record


def reviews(path: Path) -> list[dict[str, Any]]:
    """What is written of a record."""
    with closing(open_record(path)) as conn:
        claimreview.write(conn, path.with_suffix(".json"))
    found: list[dict[str, Any]] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["@graph"]
    return found


def test_what_was_signed_and_by_whom(tmp_path: Path) -> None:
    assessed_record(tmp_path / "r.db", plain)
    (review,) = reviews(tmp_path / "r.db")
    assert review["@type"] == "ClaimReview"
    assert review["author"] == {"@type": "Person", "name": "Ada Reader"}
    assert (review["datePublished"], review["claimReviewed"]) == (AT, "Vessa is moving its bridge")
    assert [(one["name"], one["alternateName"], one["ratingExplanation"]) for one in review["reviewRating"]] == [
        ("B", "usually reliable", "two papers"),
        ("2", "probably true", "two papers"),
    ]
    assert not any({"ratingValue", "bestRating", "worstRating"} & one.keys() for one in review["reviewRating"])
    assert "creativeWorkStatus" not in review


def test_a_claim_that_nobody_assessed_has_none(tmp_path: Path) -> None:
    small_record(tmp_path / "r.db", plain)
    assert reviews(tmp_path / "r.db") == []


def test_a_claim_that_has_changed_since_says_so(tmp_path: Path) -> None:
    assessed_record(tmp_path / "r.db", plain)
    with closing(open_record(tmp_path / "r.db")) as conn:
        conn.execute("UPDATE claims SET status = 'denied' WHERE status = 'contested'")
    (review,) = reviews(tmp_path / "r.db")
    assert review["creativeWorkStatus"] == "the claim has changed since: the status was contested, now denied"
