"""Since when which status, and whose word fell on that day."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Position, StatusChange
from onrecord.publish.status_causes import MOST, changes
from tests.publish.claim_around import around, claim_of, report, said

DAYS = [report("a", "A", "2026-05-01"), report("b", "B", "2026-05-03"), report("c", "C", None)]


def test_the_words_of_the_day_on_which_a_position_was_taken() -> None:
    told = [said("s1", "a", "Vessa"), said("s2", "b", "Vessa"), said("s3", "b", "Tarn", "denies")]
    positions = (
        Position("Vessa", "asserts", "2026-05-01", ("s2", "s1")),
        Position("Tarn", "denies", "2026-05-03", ("s3",)),
    )
    history = (StatusChange("2026-05-01", "single_origin"), StatusChange("2026-05-03", "contested"))
    claim = replace(claim_of(told, positions=positions), status_history=history)
    first, second = changes(claim, around(DAYS, told))
    assert [(one.party, one.statement) for one in first.causes] == [("Vessa", "s1")]
    assert [(one.party, one.stance, one.words) for one in second.causes] == [("Tarn", "denies", "words of s3")]


def test_only_a_speakers_own_words_are_told_as_such() -> None:
    told = [said("s1", "a", "Vessa"), replace(said("s2", "a", "Tarn", "denies"), kind="indirect")]
    stood = (Position("Vessa", "asserts", "2026-05-01", ("s1",)), Position("Tarn", "denies", "2026-05-01", ("s2",)))
    claim = replace(claim_of(told, positions=stood), status_history=(StatusChange("2026-05-01", "contested"),))
    (change,) = changes(claim, around(DAYS, told))
    assert [one.direct for one in change.causes] == [True, False]


def test_a_stand_without_a_day_holds_from_the_start() -> None:
    told = [said("s1", "a", "Vessa"), said("s2", "c", "Tarn", "denies")]
    positions = (Position("Tarn", "denies", None, ("s2",)), Position("Vessa", "asserts", "2026-05-01", ("s1",)))
    claim = replace(claim_of(told, positions=positions), status_history=(StatusChange("2026-05-01", "contested"),))
    (change,) = changes(claim, around(DAYS, told))
    assert [one.party for one in change.causes] == ["Tarn", "Vessa"]


def test_where_no_party_stands_the_day_was_opened_by_what_was_said() -> None:
    told = [said("s1", "a", None), said("s2", "a", None, "no_comment")]
    claim = replace(claim_of(told), status_history=(StatusChange("2026-05-01", "reported"),))
    (change,) = changes(claim, around(DAYS, told))
    assert [(one.party, one.statement) for one in change.causes] == [("", "s1")]


def test_a_busy_day_is_cut_and_counted() -> None:
    told = [said(f"s{n}", "a", f"P{n}") for n in range(MOST + 2)]
    positions = tuple(Position(f"P{n}", "asserts", "2026-05-01", (f"s{n}",)) for n in range(MOST + 2))
    claim = replace(claim_of(told, positions=positions), status_history=(StatusChange("2026-05-01", "contested"),))
    (change,) = changes(claim, around(DAYS, told))
    assert (len(change.causes), change.further) == (MOST, 2)
