"""Two judgements have their say on one thing, or do not."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.judging import quarrel
from onrecord.model import Judgement, JudgementKind, Side, Subject


def given(kind: JudgementKind, this: str = "", *, with_: str = "", **what: Any) -> Judgement:
    """A judgement on statements that are letters."""
    sides: tuple[tuple[Side, str], ...] = (("this", this), ("with", with_))
    subjects = tuple(Subject(one, "article", (), one, side) for side, ids in sides for one in ids)
    return Judgement(1, kind, "Ada", "2026-03-01T00:00:00Z", "", subjects=subjects, **what)


@pytest.mark.parametrize(
    ("one", "other", "do"),
    [
        (given("stance", "a", value="denies"), given("stance", "a", value="doubts"), True),
        (given("stance", "a", value="denies"), given("stance", "a", value="denies"), False),
        (given("stance", "a", value="denies"), given("stance", "b", value="doubts"), False),
        (given("stance", "a", value="denies"), given("day", "a", value="2026-01-01"), False),
        (given("speaker", "a", value="Bo"), given("speaker", "a", value="Bo", role="mayor"), True),
        (given("merge", "a", with_="b"), given("move", "b", value="none"), True),
        (given("merge", "a", with_="b"), given("merge", "c", with_="d"), False),
        (given("confirm", "a", with_="b"), given("confirm", "a", with_="c"), False),
        (given("confirm", "a", with_="b"), given("move", "b", with_="c"), False),
        (given("confirm", "a", with_="b"), given("split", "a", with_="b"), True),
        (given("accept", "a", party="Board"), given("reject", "a", party="Board"), True),
        (given("accept", "a", party="Board"), given("reject", "a", party="Union"), False),
        (given("assess", "ab", value="B2"), given("assess", "b", value="C3"), True),
        (given("same_party", party="A", value="B"), given("other_party", party="B", value="C"), True),
        (given("same_party", party="A", value="B"), given("other_party", party="C", value="D"), False),
        (given("copy", articles=("x", "y")), given("not_copy", articles=("y", "x")), True),
        (given("copy", articles=("x", "y")), given("not_copy", articles=("x", "z")), False),
        (given("note", "a", value="one"), given("note", "a", value="two"), False),
    ],
)
def test_what_quarrels_and_what_does_not(one: Judgement, other: Judgement, do: bool) -> None:
    assert quarrel(one, other) is do
    assert quarrel(other, one) is do
