"""What changed: status, positions taken back, figures that moved."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Claim, ClaimFigure, Position, StatusChange
from onrecord.publish.turns import days_before, figures_that_moved, turned, walked_back, words_of
from onrecord.store.claim_lists import TakenBack
from tests.publish.claim_around import said

CLAIM = Claim("c", "s", "The bridge moved.", "contested", (StatusChange("2026-05-01", "reported"),), ())


def figure(party: str, value: float, on: str) -> ClaimFigure:
    return ClaimFigure(party, value, None, "dead", "", "exact", on)


def test_the_last_change_of_status_and_what_was_before() -> None:
    changed = replace(CLAIM, status_history=(*CLAIM.status_history, StatusChange("2026-05-02", "contested")))
    assert [(one.before, one.now, one.on) for one in turned([CLAIM, changed])] == [
        (None, "reported", "2026-05-01"),
        ("reported", "contested", "2026-05-02"),
    ]
    assert turned([replace(CLAIM, status_history=())]) == []


def test_who_takes_back_what_with_the_words_now_used() -> None:
    positions = (
        Position("Vessa", "asserts", "2026-05-01", ("s1",)),
        Position("Tarn", "denies", "2026-05-02", ("s2",)),
        Position("Vessa", "withdraws", "2026-05-03", ("s3", "s4")),
    )
    claims = {"c": replace(CLAIM, positions=positions)}
    found = [TakenBack("c", 2, "2026-05-03"), TakenBack("c", 1, "2026-05-02"), TakenBack("gone", 0, "2026-05-02")]
    assert words_of(found[:1], claims) == ["s4"]
    (one,) = walked_back(found, claims, {"s4": said("s4", "a", "Vessa")})
    assert (one.party, one.before, one.now, one.words) == ("Vessa", "asserts", "withdraws", "words of s4")
    assert walked_back(found, claims, {})[0].words == ""
    assert one.direct
    told = replace(said("s4", "a", "Vessa"), kind="indirect")
    assert not walked_back(found, claims, {"s4": told})[0].direct


def test_a_figure_moves_when_its_own_party_changes_it() -> None:
    figures = (
        figure("A", 11, "2026-05-01"),
        figure("B", 12, "2026-05-02"),
        replace(figure("A", 11, "2026-05-03"), of="on the ferry"),
        replace(figure("A", 17, "2026-05-04"), of="as of Sunday"),
    )
    (moved,) = figures_that_moved([replace(CLAIM, figures=figures)])
    assert (moved.party, moved.before, moved.now, moved.on) == ("A", "11 dead", "17 dead", "2026-05-04")
    assert moved.wording == CLAIM.wording


def test_a_figure_that_is_taken_back_moved_too_and_the_latest_comes_first() -> None:
    back = replace(figure("A", 11, "2026-05-01"), ended="withdrawn", ended_on="2026-05-06")
    later = (figure("B", 1, "2026-05-01"), figure("B", 2, "2026-05-07"))
    found = figures_that_moved([replace(CLAIM, figures=(back,)), replace(CLAIM, id="d", figures=later)])
    assert [(one.claim, one.now, one.on) for one in found] == [
        ("d", "2 dead", "2026-05-07"),
        ("c", "taken back", "2026-05-06"),
    ]


def test_days_are_counted_only_from_a_known_day() -> None:
    assert days_before("2026-03-01", 1) == "2026-02-28"
    assert [days_before(day, 1) for day in (None, "2026-03", "nonsense", "2026-13-40")] == [None] * 4
    assert days_before("0001-01-01", 30) is None
