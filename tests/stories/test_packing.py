"""A portrait comes back as it was packed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from onrecord.model import Article
from onrecord.stories.packing import packed, unpacked
from onrecord.stories.portrait import portrait

Write = Callable[..., Article]


@pytest.mark.parametrize("text", ["", "Lena Orr, 34, of 12 Tarn Street left Corvex on Tuesday with 40 others."])
@pytest.mark.parametrize("day", [None, "2026-06-04"])
def test_what_was_packed_comes_back(write: Write, text: str, day: str | None) -> None:
    one = portrait(write("a", text, day, ""))
    back = unpacked(packed(one))
    for name in ("marks", "of", "kind", "weight"):
        assert np.array_equal(getattr(one, name), getattr(back, name))
    assert (back.counts, back.day, back.told, back.size) == (one.counts, one.day, one.told, one.size)
