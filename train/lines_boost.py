"""Fits what the line labeller is made of: which words speak for a story, and boosted trees, both as plain arrays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from onrecord.articles.labeller import Trees
from onrecord.articles.lines_measures import words_of
from train.lines_pages import Labelled

HOSTS = 10  # a word counts once this many outlets use it: no outlet's own word is learned
DEPTH = 5
TREES = 100
SEED = 20261123


def fit_words(pages: Sequence[Labelled]) -> dict[str, float]:
    """How much each word that many outlets use speaks for a line being the story: a logistic regression."""
    vocabulary = {word: number for number, word in enumerate(sorted(_shared(pages)))}
    rows: list[int] = []
    columns: list[int] = []
    label: list[float] = []
    weight: list[float] = []
    shares: list[float] = []
    for page in pages:
        for line, is_body, counts in zip(page.lines, page.body, page.weight, strict=True):
            known = [vocabulary[word] for word in sorted(words_of(line.text)) if word in vocabulary]
            rows += [len(label)] * len(known)
            columns += known
            shares += [max(len(known), 1) ** -0.5] * len(known)
            label.append(float(is_body))
            weight.append(float(counts))
    table = csr_matrix((shares, (rows, columns)), shape=(len(label), len(vocabulary)))
    model = LogisticRegression(C=0.3, max_iter=200)
    model.fit(table, np.array(label), sample_weight=np.array(weight) / np.mean(weight))
    return {word: round(float(model.coef_[0][number]), 3) for word, number in vocabulary.items()}


def _shared(pages: Sequence[Labelled]) -> set[str]:
    hosts: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for word in frozenset().union(*(words_of(line.text) for line in page.lines)):
            hosts[word].add(page.host)
    return {word for word, known in hosts.items() if len(known) >= HOSTS}


def fit_trees(
    rows: Sequence[NDArray[np.float32]], labels: Sequence[NDArray[Any]], weights: Sequence[NDArray[Any]]
) -> Trees:
    """Boosted trees over the rows of all pages."""
    model = HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=0.09, max_leaf_nodes=18, max_depth=DEPTH, min_samples_leaf=40,
        l2_regularization=5, max_features=0.25, random_state=SEED, early_stopping=False,
    )  # fmt: skip
    model.fit(np.vstack(rows), np.concatenate(labels), sample_weight=np.concatenate(weights))
    return as_arrays(model)


def as_arrays(model: HistGradientBoostingClassifier) -> Trees:
    """The model's trees, each written out to the full depth."""
    count = len(model._predictors)
    feature = np.zeros((count, 2**DEPTH - 1), dtype=np.int32)
    threshold = np.full((count, 2**DEPTH - 1), np.inf, dtype=np.float32)
    value = np.zeros((count, 2**DEPTH), dtype=np.float32)
    for number, (predictor,) in enumerate(model._predictors):
        waiting = [(0, 0)]
        while waiting:
            node, place = waiting.pop()
            row = predictor.nodes[node]
            if row["is_leaf"]:
                value[number, _leaves(place)] = row["value"]
                continue
            feature[number, place], threshold[number, place] = row["feature_idx"], row["num_threshold"]
            waiting += [(int(row["left"]), 2 * place + 1), (int(row["right"]), 2 * place + 2)]
    return Trees(feature, threshold, value, float(np.ravel(model._baseline_prediction)[0]))


def _leaves(place: int) -> slice:
    """The leaves under a place of the heap."""
    first = last = place
    while first < 2**DEPTH - 1:
        first, last = 2 * first + 1, 2 * last + 2
    return slice(first - (2**DEPTH - 1), last - (2**DEPTH - 1) + 1)
