from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.newsroom.faults import Change, Perfect, first, put, worsened
from bench.newsroom.positions import Step, edit_similarity

HISTORY = "position_history_p position_history_r position_history_f1"


def change(claim: str, name: str, at: int, **new: Any) -> Change:
    return lambda tables: first(tables, "claims", {"id": claim})[name][at].update(new)


@pytest.mark.parametrize(
    ("fault", "measures"),
    [
        pytest.param(change("c2", "positions", -1, stance="asserts"), f"final_position record {HISTORY}", id="last"),
        pytest.param(change("c2", "positions", 0, stance="asserts"), HISTORY, id="earlier one"),
        pytest.param(change("c1", "positions", -1, on="2026-03-04"), HISTORY, id="a day late"),
        pytest.param(put("claims", {"id": "c2"}, status="denied"), "status", id="final status"),
        pytest.param(change("c2", "status_history", -1, on="2026-03-04"), "status_history", id="status a day late"),
    ],
)
def test_a_fault_worsens_its_measures(tiny: Perfect, fault: Change, measures: str) -> None:
    worse = {name.removeprefix("claims.") for name in worsened(tiny, fault)}
    assert worse == set(measures.split())


STEPS = st.lists(st.tuples(st.sampled_from(["1", "2", None]), st.sampled_from(["contested", "denied"])))


@given(STEPS, STEPS)
def test_edit_similarity(one: list[Step], other: list[Step]) -> None:
    likeness = edit_similarity(one, other)
    assert 0 <= likeness <= 1
    assert likeness == edit_similarity(other, one)
    assert (likeness == 1) is (one == other)
