"""In which order people are asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.review_order import in_order, weight
from onrecord.store.asks import KINDS, Ask

ASKS = st.builds(
    Ask,
    st.sampled_from(KINDS),
    st.floats(0, 1e6),
    st.floats(0, 1),
    st.sampled_from("abc"),
    party=st.sampled_from(("", "Board", "Union")),
    times=st.integers(0, 10**6),
)


@given(st.lists(ASKS))
def test_the_order_is_that_of_weight_and_of_nothing_else(asks: list[Ask]) -> None:
    found = in_order(asks)
    assert [weight(one) for one in found] == sorted((weight(one) for one in found), reverse=True)
    assert all(0 <= weight(one) <= 1 for one in asks)
    assert {one.key for one in found} == {one.key for one in asks}
    assert len(found) == len({one.key for one in asks})


@given(st.lists(ASKS, unique_by=lambda one: one.key))
def test_it_does_not_hang_on_how_they_came(asks: list[Ask]) -> None:
    assert in_order(asks) == in_order(asks[::-1])


def test_what_would_make_a_claim_corroborated_comes_before_a_day() -> None:
    one, day, unsure = Ask("origin", 1.0, 0.5, "a"), Ask("day", 1.0, 0.5, "b"), Ask("speaker", 1.0, 0.2, "c")
    assert in_order([day, unsure, one]) == [unsure, one, day]


def test_hotter_and_less_sure_come_first() -> None:
    hot, cold = Ask("speaker", 9.0, 0.3, "a"), Ask("speaker", 0.1, 0.3, "b")
    sure = Ask("speaker", 9.0, 0.7, "c")
    assert in_order([sure, cold, hot])[0] == hot
    assert in_order([sure, hot])[-1] == sure


def test_two_names_near_the_bound_come_before_those_far_from_it() -> None:
    near, far = Ask("party", 1.0, 0.79, party="A", times=9), Ask("party", 1.0, 0.65, party="B", times=9)
    few = Ask("party", 1.0, 0.79, party="C", times=1)
    assert in_order([far, few, near])[0] == near
