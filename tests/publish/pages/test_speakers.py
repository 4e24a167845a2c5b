"""Where somebody stands."""

from __future__ import annotations

from onrecord.model import Claim, Position
from onrecord.publish.pages.speakers import stances


def claim(name: str, *positions: Position) -> Claim:
    return Claim(name, "s", f"Wording {name}", "reported", (), (), positions)


def test_the_latest_position_first_with_what_was_before() -> None:
    early = claim("a", Position("Tarn", "denies", "2026-05-01", ()))
    late = claim("b", Position("Tarn", "doubts", "2026-05-02", ()), Position("Tarn", "asserts", "2026-05-03", ()))
    other = claim("c", Position("Vessa", "asserts", "2026-05-04", ()))
    found = stances([early, late, other], ["Tarn"])
    assert [(one.claim, one.now.stance, len(one.before)) for one in found] == [("b", "asserts", 1), ("a", "denies", 0)]


def test_a_person_stands_where_the_party_stands() -> None:
    found = stances([claim("a", Position("Tarn", "denies", "2026-05-01", ()))], ["Ana Kol", "Tarn"])
    assert [one.now.stance for one in found] == ["denies"]
