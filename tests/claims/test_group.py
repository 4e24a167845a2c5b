"""Groups of a small story; nothing but real words of somebody makes a claim."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.claims import group, shipped
from onrecord.model import Article, Statement, When

Say = Callable[..., Statement]
ARTICLE = Article("a1", "a1", "d", "x " * 200, "Headline", When("2026-01-02", "day"))


def found(*said: Statement) -> tuple[tuple[str, ...], ...]:
    return tuple(one.statements for one in group({"a1": ARTICLE}, said, {"a1": "a1"}, shipped()))


def test_an_assertion_and_its_denial_are_one_claim(say: Say) -> None:
    one = say("1", "Corvex", text="The ferry Marla left the harbour with an open bow door", start=0)
    two = say("2", "Union", "denies", text="The ferry Marla did not leave the harbour with an open bow door", start=80)
    assert found(one, two) == (("1", "2"),)


def test_plans_and_opinions_stay_outside(say: Say) -> None:
    assert found(say("1", "Corvex", "other")) == ()


def test_reactions_alone_make_no_claim(say: Say) -> None:
    assert found(say("1", "Corvex", "no_comment"), say("2", "Union", "investigating", start=20)) == ()


def test_a_word_alone_is_a_claim_of_its_own(say: Say) -> None:
    assert found(say("1", "Corvex")) == (("1",),)


def test_no_statements_no_claims() -> None:
    assert found() == ()


def test_ties_are_sureness_between_statements(say: Say) -> None:
    said = [say("1", "Corvex", text="The ferry sank"), say("2", "Union", text="The ferry sank", start=40)]
    (one,) = group({"a1": ARTICLE}, said, {"a1": "a1"}, shipped())
    assert 0.0 <= one.tie("1", "2") == one.tie("2", "1") <= 1.0
