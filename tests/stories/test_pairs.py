"""What two articles have in common: the same both ways, and the same for one beside others."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Article
from onrecord.stories.pairs import FEATURES, compared, laid_out
from onrecord.stories.portrait import portrait

Write = Callable[..., Article]
FIRE = "A kitchen fire in Tarn Street killed Lena Orr, 34, on Tuesday, the fire service of Corvex said."
LATER = "Lena Orr, 34, died in Tarn Street on Tuesday when her kitchen burned, a coroner in Corvex was told."
OTHER = "A kitchen fire in Mill Road hurt a 61-year-old man in Corvex on Friday."


def features(write: Write, *texts: str) -> dict[str, list[float]]:
    held = laid_out([portrait(write(str(at), text, "2026-06-04", "")) for at, text in enumerate(texts)])
    found = compared(held, 0, np.arange(1, len(texts)))
    return {name: found[:, at].tolist() for at, name in enumerate(FEATURES)}


def test_names_ages_streets_and_days_tell_an_event_from_its_look_alike(write: Write) -> None:
    found = features(write, FIRE, LATER, OTHER)
    assert found["ages shared"] == [1, 0]
    assert found["ages differ"] == [0, 1]
    assert found["streets shared"] == [1, 0]
    assert found["streets differ"] == [0, 1]
    assert found["days shared"] == [1, 0]
    assert found["names"][0] > found["names"][1]


words = st.text(alphabet="ab CD.19\n", max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(texts=st.lists(words, min_size=2, max_size=4))
def test_the_same_both_ways_and_beside_others(write: Write, texts: list[str]) -> None:
    made = [portrait(write("a", text)) for text in texts]
    held = laid_out(made)
    both = [
        compared(held, 0, np.array([1])),
        compared(held, 1, np.array([0])),
        compared(laid_out(made[:2]), 0, np.array([1])),
    ]
    assert np.array_equal(both[0], both[1])
    assert np.array_equal(both[0], both[2])
    assert np.isfinite(both[0]).all()
