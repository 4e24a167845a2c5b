"""What became of claims, by kind."""

from __future__ import annotations

import json
from collections.abc import Sequence

from onrecord.changes.claims import of_claims
from onrecord.model import Change, Claim, StatusChange
from tests.changes.claims_made import claim, figure, knows, stands

DAYS = {"a1": "2026-03-01"}


def told(before: Sequence[Claim], after: Sequence[Claim]) -> list[Change]:
    return of_claims({one.id: one for one in before}, {one.id: one for one in after}, DAYS)


def test_nothing_changed_tells_nothing() -> None:
    one = claim("c", "1", "2", positions=(stands("Norland", "asserts", "1"),), figures=(figure("Norland", 4.0),))
    assert told([one], [one]) == []


def test_a_claim_appears_with_its_status_on_its_day() -> None:
    [one] = told([], [claim("c", "1", "2", positions=(stands("Norland", "asserts", "2"),))])
    assert (one.kind, one.claim, one.after, one.on, one.statements) == (
        "appeared",
        "c",
        "reported",
        "2026-03-02",
        ("2",),
    )


def test_a_status_moves_and_says_which_statements_moved_it() -> None:
    before = claim("c", "1", status="single_origin", positions=(stands("Norland", "asserts", "1"),))
    history = (*before.status_history, StatusChange("2026-03-05", "contested"))
    held = (stands("Norland", "asserts", "1"), stands("Tarn", "denies", "2", on="2026-03-05"))
    after = claim("c", "1", "2", status="contested", status_history=history, positions=held)
    by_kind = {one.kind: one for one in told([before], [after])}
    assert set(by_kind) == {"status", "position"}
    status, position = by_kind["status"], by_kind["position"]
    assert (status.before, status.after, status.on) == ("single_origin", "contested", "2026-03-05")
    assert status.statements == position.statements == ("2",)
    assert (position.party, position.before, position.after) == ("Tarn", None, "denies")


def test_a_position_turns_and_one_falls() -> None:
    before = claim("c", "1", "2", positions=(stands("Norland", "asserts", "1"), stands("Tarn", "denies", "2")))
    after = claim("c", "1", "3", positions=(stands("Norland", "asserts", "1"), stands("Norland", "withdraws", "3")))
    assert [(one.party, one.before, one.after) for one in told([before], [after])] == [
        ("Tarn", "denies", None),
        ("Norland", "asserts", "withdraws"),
    ]


def test_an_origin_comes_with_its_day_and_reason_and_goes() -> None:
    bare, known = claim("c", "1"), claim("c", "1", origins=(knows("Norland"),))
    [came], [went] = told([bare], [known]), told([known], [bare])
    assert (came.before, came.after, came.why, came.on) == (None, "Norland", "we saw it", "2026-03-01")
    assert (went.before, went.after) == ("Norland", None)


def test_a_figure_moves_by_whom() -> None:
    before = claim("c", "1", figures=(figure("Norland", 4.0),))
    after = claim(
        "c", "1", "2", figures=(figure("Norland", 4.0, ended="replaced"), figure("Norland", 6.0, statement="2"))
    )
    [one] = told([before], [after])
    assert (one.kind, one.party, one.statements) == ("figure", "Norland", ("2",))
    assert [json.loads(side or "")[0] for side in (one.before, one.after)] == [4.0, 6.0]


def test_claims_merge_and_split() -> None:
    large, small, both = claim("a", "1", "2"), claim("b", "3"), claim("a", "1", "2", "3")
    [merged], [split] = told([large, small], [both]), told([both], [large, small])
    assert (merged.kind, merged.claim, merged.others, merged.statements) == ("merged", "a", ("b",), ("3",))
    assert (split.kind, split.claim, split.others, split.statements) == ("split", "b", ("a",), ("3",))


def test_a_claim_goes_with_its_articles() -> None:
    [one] = told([claim("c", "1")], [])
    assert (one.kind, one.claim, one.before) == ("gone", "c", "reported")
