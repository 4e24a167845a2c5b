"""Statements held together and apart: the later judgement wins, and what it does not touch stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.judging.knots import holds, tied, ties, ties_within
from onrecord.model import Judgement, Ties
from tests.judging.given import judgement

LETTERS = st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=6, unique=True).map("".join)


@st.composite
def some(draw: st.DrawFn) -> list[Judgement]:
    """Up to eight judgements on eight statements, contradicting one another as they like."""
    made = []
    for id_ in range(1, draw(st.integers(0, 8)) + 1):
        letters = draw(LETTERS)
        cut = draw(st.integers(1, len(letters) - 1))
        one, other = letters[:cut], letters[cut:]
        kind = draw(st.sampled_from(("merge", "split", "move", "out", "confirm")))
        if kind == "split":
            made.append(judgement(id_, "split", this=one, from_=other))
        elif kind == "out":
            made.append(judgement(id_, "move", this=one, from_=other, value="none"))
        elif kind == "move":
            made.append(judgement(id_, "move", this=one[0], with_=one[1:] + other[:1], from_=other[1:]))
        else:
            made.append(judgement(id_, "merge" if kind == "merge" else "confirm", this=one, with_=other))
    return made


def test_a_merge_holds_all_together() -> None:
    assert ties(tied([judgement(1, "merge", this="ab", with_="cd")])) == Ties((("a", "b", "c", "d"),))


def test_a_split_holds_each_side_together_and_the_two_apart() -> None:
    assert ties(tied([judgement(1, "split", this="cd", from_="ab")])) == Ties((("a", "b"), ("c", "d")), (("a", "c"),))


def test_a_move_goes_with_the_new_and_away_from_the_old() -> None:
    found = ties(tied([judgement(1, "move", this="a", with_="bc", from_="xy")]))
    assert found == Ties((("a", "b", "c"),), (("a", "x"), ("a", "y")))


def test_a_move_to_none_leaves_it_alone_until_somebody_says_otherwise() -> None:
    out = judgement(1, "move", this="a", from_="bc", value="none")
    assert ties(tied([out])) == Ties(alone=frozenset("a"))
    assert ties(tied([out, judgement(2, "confirm", this="a", with_="b")])) == Ties((("a", "b"),))


def test_what_is_moved_out_of_a_merged_claim_leaves_the_rest_of_it_together() -> None:
    merge, move = judgement(1, "merge", this="ab", with_="cd"), judgement(2, "move", this="b", with_="x", from_="acd")
    assert ties(tied([merge, move])) == Ties((("a", "c", "d"), ("b", "x")), (("a", "b"),))


@given(some())
def test_the_last_judgement_always_holds(judgements: list[Judgement]) -> None:
    for upto in range(1, len(judgements) + 1):
        assert holds(tied(judgements[:upto]), judgements[upto - 1])


@given(some())
def test_ties_never_contradict_themselves(judgements: list[Judgement]) -> None:
    found = ties(tied(judgements))
    group_of = {id_: n for n, group in enumerate(found.together) for id_ in group}
    assert sum(map(len, found.together)) == len(group_of), "a statement is of one group"
    assert not found.alone & group_of.keys()
    for one, other in found.apart:
        assert one != other
        assert group_of.get(one, one) != group_of.get(other, other)


def test_of_one_story_only_what_is_said_of_its_statements_is_taken() -> None:
    whole = Ties((("a", "b", "x"), ("c", "y")), (("a", "c"), ("a", "z")), frozenset("dz"))
    assert ties_within(whole, set("abcd")) == Ties((("a", "b"),), (("a", "c"),), frozenset("d"))
