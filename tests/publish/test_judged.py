"""What people decided, in words and where it shows."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord.model import Claim, JudgementKind, Outcome, Position
from onrecord.publish.judged import Decision, by_statement, on_claim, words_of
from tests.judging.given import judgement

CLAIM = Claim("c", "s", "w", "reported", (), ("a", "b"), positions=(Position("Navy", "asserts", None, ()),))


def decision(kind: JudgementKind, **more: object) -> Decision:
    one = judgement(1, kind, **more)  # type: ignore[arg-type]
    return Decision(one, words_of(one), Outcome("stands"))


@pytest.mark.parametrize("kind", get_args(JudgementKind))
def test_every_judgement_can_be_told_even_of_what_is_gone(kind: JudgementKind) -> None:
    assert words_of(judgement(1, kind))
    assert words_of(judgement(1, kind, this="a", with_="b", value="B2", party="Navy", articles=("p", "q")))


def test_a_claim_shows_what_made_it_and_not_what_was_taken_from_it() -> None:
    joined, other = decision("merge", this="a", with_="x"), decision("split", this="x", from_="ab")
    named, copied = decision("same_party", party="Navy", value="Fleet"), decision("not_copy", articles=("p", "q"))
    signed = decision("assess", this="ab", value="B2")
    given = [joined, other, named, copied, signed]
    assert on_claim(CLAIM, ["p"], given) == (joined, named)
    assert on_claim(CLAIM, ["p", "q"], given) == (joined, named, copied)


def test_a_statement_shows_what_was_decided_on_it_alone() -> None:
    stance, merge = decision("stance", this="a", value="denies"), decision("merge", this="a", with_="b")
    assert by_statement([stance, merge]) == {"a": (stance,)}
