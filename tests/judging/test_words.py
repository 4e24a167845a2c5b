"""A person's word on an origin."""

from __future__ import annotations

from onrecord.judging import ruled_origins
from onrecord.judging.words import bears, words
from onrecord.model import JudgementKind, Origin
from tests.judging.given import judgement

KINDS: tuple[tuple[int, JudgementKind], ...] = ((1, "accept"), (2, "reject"))
FIRST, SECOND = Origin("Navy", "p", "our own ships"), Origin("Harbour", "q", "no words show it")


def test_a_claim_bears_what_is_said_of_more_than_half_of_its_statements() -> None:
    assert bears({"a", "b", "x"}, ("a", "b", "c"))
    assert not bears({"a", "b"}, ("a", "b", "c", "d"))
    assert not bears({"a"}, ())


def test_an_accepted_party_is_an_origin_and_says_on_whose_word() -> None:
    given = words([judgement(1, "accept", this="ab", party="Harbour")])
    origins, possible = ruled_origins((FIRST,), (SECOND,), {"a", "b", "c"}, given)
    assert [one.party for one in origins] == ["Navy", "Harbour"]
    assert "Ada" in origins[1].why
    assert possible == ()


def test_a_word_on_another_claim_moves_nothing() -> None:
    given = words([judgement(1, "accept", this="xyz", party="Harbour")])
    assert ruled_origins((FIRST,), (SECOND,), {"a", "x"}, given) == ((FIRST,), (SECOND,))


def test_nobody_is_made_an_origin_who_asserts_nothing() -> None:
    given = words([judgement(1, "accept", this="a", party="Palace")])
    assert ruled_origins((FIRST,), (), {"a"}, given) == ((FIRST,), ())


def test_the_later_word_wins() -> None:
    given = words(
        [judgement(1, "accept", this="a", party="Harbour"), judgement(2, "reject", this="a", party="Harbour")]
    )
    origins, possible = ruled_origins((FIRST,), (SECOND,), {"a"}, given)
    assert origins == (FIRST,)
    assert [one.party for one in possible] == ["Harbour"]
