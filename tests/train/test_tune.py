"""Bounds and sureness as they are set on documents kept apart."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import train.tune
from onrecord.statements.tagger_decode import Bounds
from onrecord.statements.tagger_links import OUTSIDE, Cue, Question, question
from onrecord.statements.tagger_settings import Points, Settings
from onrecord.text.word_pieces import tokenizer
from train.tune import Remembered, error_of, sureness, triple_f1, tuned

Judged = list[tuple[float, float]]

TEXT = "Kell said the mill was shut."
ROW = {
    "id": "one",
    "outlet": "none",
    "text": TEXT,
    "attributions": [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 27]]}],
}
JUDGED = st.lists(st.tuples(st.floats(0, 1), st.sampled_from((0.0, 1.0))), min_size=1, max_size=700)


class Reads:
    """A network that reads ROW rightly, as sure as it is told; counts how often it is asked."""

    def __init__(self, sure: float = 0.9) -> None:
        self.sure, self.asked = sure, 0

    def encode(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        self.asked += 1
        tags = np.zeros((len(ids), 4), dtype=np.float32)
        tags[:, OUTSIDE] = 1.0
        tags[3] = (0.0, 1.0, 0.0, 0.0)  # [CLS] ke ##ll said
        return tags, np.arange(len(ids) * 2, dtype=np.float32).reshape(-1, 2)

    def link(self, tokens: np.ndarray, asked: Question) -> tuple[np.ndarray, np.ndarray]:
        self.asked += 1
        parts = np.zeros((*asked.places.shape, 3), dtype=np.float32)
        parts[:, :, 0] = 1.0
        parts[:, 1:3] = (0.0, 1.0, 0.0)
        parts[:, 4:8] = (0.0, 0.0, 1.0)
        return parts, np.full(len(parts), self.sure, dtype=np.float32)


def points_of(judged: Judged, monkeypatch: pytest.MonkeyPatch) -> Points:
    monkeypatch.setattr(train.tune, "judge", lambda *_: iter(judged))
    return sureness([], Reads(), tokenizer(), Bounds())


@given(JUDGED)
def test_sureness_rises_between_its_ends(judged: Judged) -> None:
    with pytest.MonkeyPatch.context() as patch:
        points = points_of(judged, patch)
    assert points[0] == (0.0, 0.0)
    assert points[-1][0] == 1.0
    assert all(low[0] <= high[0] and low[1] <= high[1] for low, high in pairwise(points))
    assert all(0.0 <= right <= 1.0 for _, right in points)


def test_sureness_told_is_the_share_that_was_right(monkeypatch: pytest.MonkeyPatch) -> None:
    judged = [(0.4, float(at % 4 == 0)) for at in range(300)] + [(0.8, float(at % 4 != 0)) for at in range(300)]
    points = points_of(judged, monkeypatch)
    told = Settings(Bounds(), points)
    np.testing.assert_allclose([told.share_right(at) for at in (0.4, 0.8, 1.0)], (0.25, 0.75, 0.75), atol=0.01)
    assert error_of(points, judged) < 0.01


def test_groups_that_fall_are_pooled(monkeypatch: pytest.MonkeyPatch) -> None:
    judged = [(0.2, 1.0)] * 150 + [(0.4, 0.0)] * 150 + [(0.9, 1.0)] * 150
    assert points_of(judged, monkeypatch) == ((0.0, 0.0), (0.3, 0.5), (0.9, 1.0), (1.0, 1.0))


def test_error_is_the_distance_between_told_and_right() -> None:
    plain: Points = ((0.0, 0.0), (1.0, 1.0))
    assert error_of(plain, [(0.75, 1.0), (0.75, 1.0), (0.75, 1.0), (0.75, 0.0)]) == pytest.approx(0.0)
    assert error_of(plain, [(0.95, 0.0)] * 10) == pytest.approx(0.95)
    assert error_of(plain, [(0.05, 0.0), (0.95, 0.0)]) == pytest.approx(0.5)
    assert error_of(plain, []) == 0.0


@given(JUDGED)
def test_error_lies_between_0_and_1(judged: Judged) -> None:
    assert 0.0 <= error_of(((0.0, 0.0), (1.0, 1.0)), judged) <= 1.0


def test_right_readings_are_counted() -> None:
    assert triple_f1([ROW], Reads(), tokenizer(), Bounds()) == 1.0
    assert triple_f1([ROW], Reads(sure=0.1), tokenizer(), Bounds()) == 0.0


def test_bounds_are_set_where_more_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert Bounds().standing > 0.3
    best = tuned([[ROW]], Remembered(Reads(sure=0.32)), tokenizer())
    assert best.standing <= 0.32
    assert "mean triple F1 1.0000" in capsys.readouterr().out


def test_sureness_is_judged_by_gold() -> None:
    points = sureness([ROW], Reads(), tokenizer(), Bounds())
    np.testing.assert_allclose(points[1], (0.9, 1.0), atol=0.001)


def test_nothing_is_asked_twice() -> None:
    reads = Reads()
    remembered = Remembered(reads)
    ids = np.arange(9)
    asked = [question([Cue(3, 4, 1.0)], 9), question([Cue(5, 6, 1.0)], 9)]
    for _ in range(2):
        _, tokens = remembered.encode(ids)
        for one in asked:
            remembered.link(tokens, one)
    assert reads.asked == 3
