"""Whether two statements speak to one thing: tied surely, or fairly where the rest of the claim sees both alike."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.origins.tying import BOUNDS, Ties

IDS = ("one", "other", "x", "y", "z")


def ties(between: float, mine: float, theirs: float, rest: float = 0.9) -> Ties:
    """A claim of five: how the two are tied to each other, each to the rest, and the rest among itself."""
    given = {frozenset(("one", id_)): mine for id_ in IDS[2:]} | {frozenset(("other", id_)): theirs for id_ in IDS[2:]}
    given[frozenset(("one", "other"))] = between
    return Ties(lambda one, other: given.get(frozenset((one, other)), rest), IDS)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (ties(BOUNDS.surely, 0.9, 0.1), True),
        (ties(0.72, 0.3, 0.3, 0.1), True),
        (ties(0.72, 0.9, 0.3), False),
        (ties(0.6, 0.3, 0.3, 0.1), False),
        (ties(0.6, 0.6, 0.6), True),
        (ties(0.5, 0.6, 0.6), False),
    ],
    ids=[
        "surely tied",
        "fairly, and alike to the rest",
        "fairly, but unlike",
        "loosely, in a heap",
        "loosely, in a close claim",
        "too loosely for any claim",
    ],
)
def test_one_thing(held: Ties, expected: bool) -> None:
    assert held.one_thing("one", "other", surely=False) is expected


def test_where_it_must_be_sure_the_rest_is_not_asked() -> None:
    assert not ties(0.72, 0.6, 0.6).one_thing("one", "other", surely=True)


def test_a_claim_of_few_statements_is_never_close() -> None:
    assert Ties(lambda one, other: 0.9, IDS[:4]).whole() == 0.0
    assert Ties(lambda one, other: 0.9, IDS).whole() == pytest.approx(0.9)


def test_too_small_a_rest_says_nothing() -> None:
    assert Ties(lambda one, other: 0.5, IDS[:3]).alike("one", "other") == 0.0


@given(st.dictionaries(st.sampled_from([frozenset(pair) for pair in combinations(IDS, 2)]), st.floats(0.0, 1.0)))
def test_both_ways_alike(given: dict[frozenset[str], float]) -> None:
    held = Ties(lambda one, other: given.get(frozenset((one, other)), 0.0), IDS)
    assert held.one_thing("one", "other", surely=False) == held.one_thing("other", "one", surely=False)
    assert 0.0 <= held.alike("one", "other") <= 1.0
