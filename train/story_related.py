"""Fits how related two articles are, to the ratings of SemEval-2022 task 8: a ridge regression, judged in ten folds.

python -m train.story_related PAIRS [-o FILE]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bench.story_rows import article, rows
from onrecord.stories.pairs import FEATURES, compared, laid_out
from onrecord.stories.portrait import portrait

USED = FEATURES[
    :14
]  # cosines, coverage, phrases and rare words: dates and ages are too few in these pairs to learn from
STRENGTH = 30.0


def main() -> None:
    """Prints Pearson's r over folds left out; writes the weights where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("-o", type=Path, default=None)
    given = parser.parse_args()
    read = rows(given.pairs)
    found = np.array([common(row["text1"], row["text2"]) for row in read])
    rated = np.array([float(row["overall"]) for row in read])
    model = make_pipeline(StandardScaler(), Ridge(STRENGTH))
    folds = KFold(10, shuffle=True, random_state=0)
    print(f"Pearson {np.corrcoef(cross_val_predict(model, found, rated, cv=folds), rated)[0, 1]:.3f}")
    if given.o:
        model.fit(found, rated)
        scaler, ridge = model.steps[0][1], model.steps[1][1]
        weights = -ridge.coef_ / scaler.scale_
        level = float(ridge.intercept_) + float(weights @ scaler.mean_)
        made = {"level": round(level, 5), "weights": dict(zip(USED, weights.round(5).tolist(), strict=True))}
        given.o.write_text(json.dumps(made, indent=0) + "\n", encoding="utf-8")


def common(one: str, other: str) -> list[float]:
    """Square roots of what two texts have in common."""
    held = laid_out([portrait(article("one", one)), portrait(article("other", other))])
    kept: list[float] = np.sqrt(np.abs(compared(held, 0, np.array([1]))[0][: len(USED)])).tolist()
    return kept


if __name__ == "__main__":
    main()
