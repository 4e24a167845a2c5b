from __future__ import annotations

import pytest

from bench.newsroom.faults import Change, Perfect, put, worsened

ONE = {"id": "st1"}
LATE = {"value": "2026-03-02", "precision": "day"}
HALF = [{"value": 3e6, "high": None, "unit": "euros"}]


@pytest.mark.parametrize(
    ("change", "measures"),
    [
        pytest.param(put("statements", ONE, kind="indirect"), "kind", id="other kind"),
        pytest.param(put("statements", ONE, stance="suggests"), "stance stance_macro_f1 record", id="other stance"),
        pytest.param(put("statements", ONE, said_on=LATE), "said_on said_on_wrong", id="other day"),
        pytest.param(put("statements", ONE, said_on=None), "said_on said_on_abstained", id="no day"),
        pytest.param(
            put("statements", {"id": "st14"}, figures=HALF), "figures_p figures_r figures_f1", id="half of a range"
        ),
    ],
)
def test_a_fault_worsens_its_measures(tiny: Perfect, change: Change, measures: str) -> None:
    worse = {name.removeprefix("statements.") for name in worsened(tiny, change)}
    assert worse == set(measures.split())
