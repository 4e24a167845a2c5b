"""Every row of the table reads its own example as it says, and is no surer than what was seen allows."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest

from onrecord.articles.dateline import dateline_of
from onrecord.articles.days_marked import REWRITTEN
from onrecord.articles.days_raw import ALONE
from onrecord.articles.draft import Place, Sighting
from onrecord.articles.published import published_of
from onrecord.knowledge.tables import table

ROWS = table("day_confidence")
GIVEN_BY_HAND = ("given", "feed", "feed and script")
PLACES = {"month": "address", "rewritten": "modified", "alone": "script"}
WHATS = {"rewritten": REWRITTEN, "alone": ALONE}
LEAST = 5
Z = 1.645


def sightings_of(example: str) -> tuple[list[Sighting], str]:
    found, text = [], "Rain fell."
    for at, part in enumerate(example.split("; ")):
        place, _, said = part.partition(" ")
        if place == "text":
            text = said
            continue
        day, _, other = said.partition("?")
        others = (date.fromisoformat(other),) if other else ()
        kind = cast("Place", PLACES.get(place, place))
        what = WHATS.get(place, f"{place} {at}")
        found.append(Sighting(date.fromisoformat(day), kind, what, place != "month", others, open=bool(others)))
    return found, text


def lower_end(right: int, seen: int) -> float:
    share = right / seen
    spread = Z * (share * (1 - share) / seen + Z * Z / 4 / seen / seen) ** 0.5
    return float((share + Z * Z / 2 / seen - spread) / (1 + Z * Z / seen))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["basis"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    seen, text = sightings_of(row["example"])
    found = published_of(seen, dateline_of(text), [text], None)
    assert (found.value or "", found.confidence) == (row["reading"], float(row["confidence"]))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["basis"])
def test_no_row_is_surer_than_what_was_seen(row: dict[str, str]) -> None:
    right, seen, said = int(row["right"]), int(row["seen"]), float(row["confidence"])
    if row["basis"] not in GIVEN_BY_HAND:
        assert said < 0.8 or said <= lower_end(right, seen) + 0.005


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["basis"])
def test_what_was_seen_too_seldom_is_a_judgement_and_said_to_be_one(row: dict[str, str]) -> None:
    assert row["set"] == ("counted" if int(row["seen"]) >= LEAST else "judged")
    assert row["set"] == "counted" or row["confidence"] == row["judged"]
    assert row["sure"] == "yes" or max(float(row["confidence"]), float(row["judged"])) < 0.8


def test_no_basis_stands_twice() -> None:
    assert len({row["basis"] for row in ROWS}) == len(ROWS)
