"""Trains the model that tells articles of one event from look-alikes: boosted trees over what two have in common.

python -m train.story_pairs STORIES NEWSROOM... [-o FILE]    (STORIES: the folder with the sets of stories)

Judged by leaving out a fifth of the incidents, of the rumours' groups, of the topics and of the newsrooms in turn.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from bench.clusters import b_cubed, pairwise
from bench.story_rows import Told, sets, several
from onrecord.stories.pairs import FEATURES, compared, laid_out
from onrecord.stories.portrait import portrait
from onrecord.stories.profile import profile
from onrecord.text.likeness import average_link

FOLDS = 5
LEAST = 0.1  # cosine of two profiles: what is less alike is never compared
WEIGHTS = {"incidents": 2.0, "rumours": 1.0, "look-alikes": 1.0}
A_NEWSROOM = 10.0  # small, and nearest to what is read
TREES, LEAVES, RATE = 120, 8, 0.07
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
SCALE = 1000


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of a set's articles, by their places in it; ``same``: 1.0 for one event. ``fold``: of each article."""

    name: str
    told: Sequence[Told]
    one: NDArray[np.intp]
    other: NDArray[np.intp]
    features: NDArray[np.float64]
    same: NDArray[np.float64]
    fold: NDArray[np.intp]

    def outside(self, fold: int) -> NDArray[np.bool_]:
        """Pairs to learn from when a fold is left out: none of it, and their groups are known."""
        known = np.array([one.group is not None for one in self.told])
        usable = known & (self.fold != fold)
        kept: NDArray[np.bool_] = usable[self.one] & usable[self.other]
        return kept


def pairs(name: str, told: Sequence[Told]) -> Pairs:
    """Those pairs that an index of strongest terms would find."""
    held = laid_out([portrait(one.article) for one in told])
    near = candidates(told)
    ones = np.concatenate([np.full(len(others), at) for at, others in near.items()])
    others = np.concatenate(list(near.values()))
    features = np.concatenate([compared(held, at, found) for at, found in near.items()])
    groups = np.array([one.group or f"none {at}" for at, one in enumerate(told)])
    folds = np.array([crc32(f"{name} {one.unit}".encode()) % FOLDS for one in told])
    return Pairs(name, told, ones, others, features, (groups[ones] == groups[others]).astype(float), folds)


def candidates(told: Sequence[Told]) -> dict[int, NDArray[np.intp]]:
    """For each article the later ones whose profile is at least so alike."""
    holding: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    found: dict[int, NDArray[np.intp]] = {}
    for at, one in reversed(list(enumerate(told))):
        products: Counter[int] = Counter()
        own = profile(one.article).terms
        for term, weight in own:
            for other, by in holding[term]:
                products[other] += weight * by
        near = sorted(other for other, product in products.items() if product >= LEAST * SCALE**2)
        for term, weight in own:
            holding[term].append((at, weight))
        if near:
            found[at] = np.array(near, np.intp)
    return found


def learned(given: Sequence[Pairs], fold: int) -> HistGradientBoostingClassifier:
    """A model of all but one fold."""
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=RATE,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=60,
        l2_regularization=5,
        random_state=0,
    )
    kept = [one.outside(fold) for one in given]
    weights = [np.full(mask.sum(), WEIGHTS.get(one.name, A_NEWSROOM)) for one, mask in zip(given, kept, strict=True)]
    model.fit(
        np.concatenate([one.features[mask] for one, mask in zip(given, kept, strict=True)]),
        np.concatenate([one.same[mask] for one, mask in zip(given, kept, strict=True)]),
        sample_weight=np.concatenate(weights),
    )
    return model


def judged(given: Sequence[Pairs]) -> None:
    """Prints pairwise F1 and B-cubed of every set by models that saw none of the two articles' units."""
    sure = [np.zeros(len(one.one)) for one in given]
    for fold in range(FOLDS):
        model = learned(given, fold)
        for one, into in zip(given, sure, strict=True):
            mask = (one.fold[one.one] == fold) | (one.fold[one.other] == fold)
            if mask.any():
                into[mask] = model.predict_proba(one.features[mask])[:, 1]
    for one, found in zip(given, sure, strict=True):
        print(one.name, *(f"{least}: {scored(one, found, least)}" for least in THRESHOLDS), sep="  ", flush=True)


def scored(one: Pairs, sure: NDArray[np.float64], least: float) -> str:
    """Pairwise F1 / B-cubed of average link at a threshold."""
    grid = np.zeros((len(one.told), len(one.told)))
    grid[one.one, one.other] = grid[one.other, one.one] = sure
    numbers = dict(zip((told.article.id for told in one.told), average_link(grid, least), strict=True))
    wanted = several(list(one.told)) if one.name == "incidents" else groups(one.told)
    return f"{pairwise(wanted, numbers):.3f}/{b_cubed(wanted, numbers):.3f}"


def groups(told: Sequence[Told]) -> dict[str, str]:
    """{article: its group}, where it has one."""
    return {one.article.id: one.group for one in told if one.group}


def exported(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    """The trees as the package reads them."""
    trees = [one[0].nodes for one in model._predictors]
    made: dict[str, Any] = {key: [] for key in ("roots", "feature", "bound", "left", "right", "value")}
    for nodes in trees:
        start = len(made["feature"])
        made["roots"].append(start)
        for at, node in enumerate(nodes):
            leaf = bool(node["is_leaf"])
            made["feature"].append(0 if leaf else int(node["feature_idx"]))
            made["bound"].append(0.0 if leaf else round(float(node["num_threshold"]), 6))
            made["left"].append(start + (at if leaf else int(node["left"])))
            made["right"].append(start + (at if leaf else int(node["right"])))
            made["value"].append(round(float(node["value"]), 5) if leaf else 0.0)
    depth = max(int(node["depth"]) for nodes in trees for node in nodes)
    return {"features": FEATURES, "start": float(model._baseline_prediction.ravel()[0]), "depth": depth, **made}


def main() -> None:
    """Judges, then trains on everything and writes it where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("newsrooms", nargs="*", type=Path)
    parser.add_argument("-o", type=Path, default=None)
    given = parser.parse_args()
    made = [pairs(name, told) for name, told in sets(given.stories, given.newsrooms)]
    print({one.name: (len(one.one), int(one.same.sum())) for one in made}, flush=True)
    judged(made)
    if given.o:
        given.o.write_text(json.dumps(exported(learned(made, FOLDS))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
