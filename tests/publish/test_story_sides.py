"""Which claims of a story are agreed, disputed, taken back."""

from __future__ import annotations

from onrecord.model import Claim, Position, Stance, Status
from onrecord.publish.story_sides import sides


def claim(name: str, status: Status, *stands: tuple[str, Stance]) -> Claim:
    positions = tuple(Position(party, stance, f"2026-05-0{n}", ()) for n, (party, stance) in enumerate(stands, 1))
    return Claim(name, "s", name, status, (), (), positions)


def test_a_claim_stands_on_one_side() -> None:
    found = sides(
        [
            claim("borne out", "corroborated", ("A", "asserts"), ("B", "asserts")),
            claim("several", "single_origin", ("A", "asserts"), ("B", "asserts")),
            claim("may be", "single_origin", ("A", "asserts"), ("B", "suggests")),
            claim("one", "single_origin", ("A", "asserts")),
            claim("softly against", "reported", ("A", "asserts"), ("B", "suggests"), ("C", "no_evidence")),
            claim("against", "contested", ("A", "asserts"), ("B", "denies")),
            claim("gone", "denied", ("B", "denies")),
            claim("back", "withdrawn", ("A", "asserts"), ("A", "withdraws")),
        ]
    )
    named = [[one.id for one in side] for side in (found.agreed, found.disputed, found.withdrawn, found.others)]
    assert named == [["borne out", "several"], ["against", "gone"], ["back"], ["may be", "one", "softly against"]]


def test_who_stands_less_firmly_than_before_walked_back() -> None:
    found = sides(
        [
            claim("x", "contested", ("A", "denies"), ("B", "asserts"), ("A", "no_comment"), ("B", "suggests")),
            claim("y", "contested", ("A", "suggests"), ("A", "asserts"), ("B", "denies"), ("B", "asserts")),
        ]
    )
    assert [(at.party, at.before, at.now, at.on) for at in found.back] == [
        ("B", "asserts", "suggests", "2026-05-04"),
        ("A", "denies", "no_comment", "2026-05-03"),
    ]
