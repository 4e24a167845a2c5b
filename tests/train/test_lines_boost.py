from __future__ import annotations

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from train.lines_boost import DEPTH, as_arrays


def test_arrays_say_what_the_model_says() -> None:
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(400, 5)).astype(np.float32)
    label = rows[:, 0] * rows[:, 1] + rows[:, 2] > 0
    model = HistGradientBoostingClassifier(max_iter=8, max_depth=DEPTH, min_samples_leaf=5, random_state=0)
    model.fit(rows, label)
    assert as_arrays(model).probabilities(rows) == pytest.approx(model.predict_proba(rows)[:, 1], abs=1e-5)
