"""Claims as lists show them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Claim, Origin, Position, StatusChange
from onrecord.publish.pages.claims import entry, stands, weighty

CLAIM = Claim(
    "c",
    "s",
    "The bridge moved.",
    "contested",
    (StatusChange("2026-05-01", "single_origin"), StatusChange("2026-05-03", "contested")),
    ("s1", "s2"),
    (
        Position("Tarn", "no_comment", "2026-05-01", ()),
        Position("Vessa", "asserts", "2026-05-01", ()),
        Position("Tarn", "denies", "2026-05-03", ()),
        Position("Lund", "denies", "2026-05-04", ()),
    ),
    (Origin("Vessa", "a1", "why"), Origin("Vessa", "a2", "why")),
)


def test_who_says_so_comes_before_who_says_not() -> None:
    assert [(stand.stance, stand.parties) for stand in stands(CLAIM)] == [
        ("asserts", ("Vessa",)),
        ("denies", ("Tarn", "Lund")),
    ]


def test_an_entry_counts_parties_and_origins_once() -> None:
    shown = entry(CLAIM, {"s": "The bridge"})
    assert (shown.parties, shown.origins, shown.statements) == (3, 1, 2)
    assert (shown.since, shown.story_title) == ("2026-05-03", "The bridge")
    assert entry(replace(CLAIM, status_history=()), {}).since is None


def test_the_claim_most_parties_speak_to_comes_first() -> None:
    few = replace(CLAIM, id="a", positions=CLAIM.positions[:2])
    hot = replace(few, id="z", story="hot")
    assert [one.id for one in weighty([few, hot, CLAIM], {"hot": 2.0})] == ["c", "z", "a"]
