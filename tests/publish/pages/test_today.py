"""What the front page picks."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Claim, ClaimFigure, Status, StatusChange
from onrecord.publish.pages.today import figures_that_moved, lately_settled


def figure(party: str, value: float, on: str) -> ClaimFigure:
    return ClaimFigure(party, value, None, "dead", "", "exact", on)


def claim(name: str, status: Status, on: str | None) -> Claim:
    return Claim(name, "s", f"Wording {name}", status, (StatusChange(on, status),), ())


def test_the_latest_change_first_and_only_of_what_is_settled() -> None:
    several = [
        claim("a", "withdrawn", "2026-05-01"),
        claim("b", "contested", "2026-05-09"),
        claim("c", "corroborated", "2026-05-04"),
        claim("d", "denied", None),
    ]
    assert [one.id for one in lately_settled(several)] == ["c", "a", "d"]


def test_a_figure_moves_when_its_own_party_changes_it() -> None:
    figures = (
        figure("A", 11, "2026-05-01"),
        figure("B", 12, "2026-05-02"),
        figure("A", 11, "2026-05-03"),
        figure("A", 17, "2026-05-04"),
    )
    (moved,) = figures_that_moved([replace(claim("a", "reported", None), figures=figures)])
    assert (moved.party, moved.before, moved.now, moved.on) == ("A", "11 dead", "17 dead", "2026-05-04")
    assert moved.of == "Wording a"
