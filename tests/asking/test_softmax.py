import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.asking.softmax import Softmax

MODEL = Softmax(("no", "yes"), (0.0, 0.0), {"warm": (-2.0, 2.0), "cold": (2.0, -2.0)})


@given(st.dictionaries(st.sampled_from(["warm", "cold", "strange"]), st.floats(-50, 50)))
def test_shares_sum_to_one(found: dict[str, float]) -> None:
    assert sum(MODEL.shares(found).values()) == pytest.approx(1.0)


def test_weights_decide_and_strangers_do_not() -> None:
    assert MODEL.shares({"warm": 1.0})["yes"] > 0.9
    assert MODEL.shares({"strange": 9.0}) == {"no": 0.5, "yes": 0.5}
