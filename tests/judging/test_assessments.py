"""An assessment goes with the claim that holds most of what was assessed, and says when that has changed."""

from __future__ import annotations

from dataclasses import replace

from onrecord.judging import assessment, signed
from onrecord.model import Claim, Origin, Position
from tests.judging.given import judgement

CLAIM = Claim(
    "c", "s", "The pump failed", "single_origin", (), ("a", "b", "c"),
    positions=(Position("Mayor", "denies", "2026-05-01", ("a",)), Position("Mayor", "asserts", "2026-05-02", ("b",))),
    origins=(Origin("Mayor", "p", "we saw it"),),
)  # fmt: skip
GIVEN = judgement(1, "assess", this="abc", value="B2", signed=signed(CLAIM))


def test_what_was_signed_is_shown_as_two_controls() -> None:
    found = assessment(CLAIM, [GIVEN])
    assert found
    assert (found.letter, found.digit, found.changed) == ("B", "2", ())


def test_a_claim_that_has_changed_says_what() -> None:
    later = Position("Board", "denies", "2026-05-03", ("c",))
    now = replace(CLAIM, status="contested", positions=(*CLAIM.positions, later), origins=())
    found = assessment(now, [GIVEN])
    assert found
    assert found.changed == (
        "the status was single_origin, now contested",
        "Board: no position then, denies now",
        "origins were Mayor, now none",
    )


def test_a_claim_with_less_than_most_of_the_statements_has_none() -> None:
    assert assessment(replace(CLAIM, statements=("a", "x")), [GIVEN]) is None


def test_the_last_one_counts() -> None:
    later = replace(GIVEN, id=2, value="C4")
    found = assessment(CLAIM, [GIVEN, later])
    assert found
    assert (found.letter, found.digit) == ("C", "4")
