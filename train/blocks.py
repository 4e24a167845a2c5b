"""Trains the model that decides on every line of a page: ``python -m train.blocks PAGES -o FOLDER``.

Class words and words are weighed by a logistic regression; boosted trees decide from these sums and the other features.
The sums a tree learns from come from regressions that never saw the page's outlet. Without ``-o`` it only prints what
cross-validation says, whole outlets left out. Deterministic; a minute or two on one core.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, combinations_with_replacement
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from bench.reading import Row, score, score_page
from onrecord.articles.body import decided, told_by_scripts
from onrecord.articles.body_features import features_of, place_hints, word_hints
from onrecord.articles.body_label import chosen
from onrecord.articles.signals import body_signals
from train.blocks_pages import FOLDS, Example, examples

LEAST_HOSTS = 5
STRENGTH = 0.05
LEAST_WEIGHT = 0.02
Hints = Mapping[str, float]


def hints_of(pages: Sequence[Example]) -> dict[str, float]:
    """What each class word and word weighs; those of few outlets say nothing."""
    names = [[[*chain(*place_hints(one.place)), *word_hints(one)] for one in page.lines] for page in pages]
    hosts: dict[str, set[str]] = defaultdict(set)
    for page, rows in zip(pages, names, strict=True):
        for name in {name for row in rows for name in row}:
            hosts[name].add(page.host)
    known = {name: at for at, name in enumerate(sorted(one for one in hosts if len(hosts[one]) >= LEAST_HOSTS))}
    rows = [
        row
        for page, told in zip(pages, names, strict=True)
        for row, label in zip(told, page.labels, strict=True)
        if label >= 0
    ]
    at = [(line, known[name]) for line, row in enumerate(rows) for name in set(row) if name in known]
    grid = csr_matrix((np.ones(len(at)), tuple(zip(*at, strict=True))), (len(rows), len(known)))
    model = LogisticRegression(C=STRENGTH, max_iter=300, solver="liblinear", random_state=0)
    model.fit(grid, labels_of(pages), sample_weight=weights_of(pages))
    weights = model.coef_[0]
    return {name: round(float(weights[at]), 3) for name, at in known.items() if abs(weights[at]) > LEAST_WEIGHT}


def labels_of(pages: Sequence[Example]) -> np.ndarray:
    return np.concatenate([page.labels[page.labels >= 0] for page in pages])


def weights_of(pages: Sequence[Example]) -> np.ndarray:
    found = np.concatenate([page.weights[page.labels >= 0] for page in pages])
    return found / found.mean()


def rows_of(page: Example, hints: Hints) -> np.ndarray:
    return features_of(page.lines, page.told, hints) if page.lines else np.zeros((0, 0), dtype=np.float32)


def fitted(pages: Sequence[Example], hints: Mapping[int, Hints]) -> HistGradientBoostingClassifier:
    """Trees over pages, each read with the hints of its fold."""
    rows = np.vstack([rows_of(page, hints[page.fold])[page.labels >= 0] for page in pages if page.lines])
    model = HistGradientBoostingClassifier(
        max_iter=100, learning_rate=0.1, max_leaf_nodes=8, min_samples_leaf=40, l2_regularization=5.0,
        max_features=0.3, early_stopping=False, random_state=0,
    )  # fmt: skip
    return model.fit(rows, labels_of(pages), sample_weight=weights_of(pages))


def without(pages: Sequence[Example], *folds: int) -> list[Example]:
    return [page for page in pages if page.fold not in folds]


def judged(pages: Sequence[Example], pairs: Mapping[tuple[int, int], Hints]) -> list[Row]:
    """The text of every page as read by a model that knows no page of its outlet."""
    found: list[Row] = []
    for fold in range(FOLDS):
        model = fitted(
            without(pages, fold), {other: pairs[min(fold, other), max(fold, other)] for other in range(FOLDS)}
        )
        for page in (one for one in pages if one.fold == fold):
            rows = rows_of(page, pairs[fold, fold])
            odds = model.decision_function(rows).astype(np.float32) if len(rows) else np.zeros(0, dtype=np.float32)
            story = told_by_scripts(decided(chosen(page.lines, odds), page.told), page.told, page.markup())
            signals = body_signals(story.paragraphs, page.claimed)
            found.append({
                "id": page.row["id"],
                "text": "\n\n".join(story.paragraphs),
                "signals": [f"{signal.kind}: {signal.why}" for signal in signals],
            })  # fmt: skip
    return found


def report(pages: Sequence[Example], got: Sequence[Row]) -> str:
    """F1, exact texts and lost bodies of all pages with gold text, and by corpus."""
    texts = {row["id"]: row for row in got}
    gold = [page.row for page in pages if page.row.get("text")]
    rows = []
    for corpus in ("all", *dict.fromkeys(row["corpus"] for row in gold)):
        here = [row for row in gold if corpus in ("all", row["corpus"])]
        numbers = score(here, texts)
        lost = sum(f1(score_page(row, texts[row["id"]]).text) < 0.8 for row in here)
        rows.append(f"{corpus}: {len(here)} pages, F1 {numbers['f1']:.4f}, exact {numbers['exact']:.3f}, lost {lost}")
    return "\n".join(rows)


def f1(shares: Any) -> float:
    return 2 * shares.tp / max(1e-9, 2 * shares.tp + shares.fp + shares.fn)


def nodes_of(model: HistGradientBoostingClassifier) -> list[dict[str, list[float]]]:
    """The trees as plain lists."""
    rows = []
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        rows.append({
            "feature": [int(one) for one in np.where(leaf, -1, nodes["feature_idx"].astype(int))],
            "bound": [float(one) for one in np.where(leaf, 0, nodes["num_threshold"]).astype(np.float32)],
            "left": [int(one) for one in nodes["left"]],
            "right": [int(one) for one in nodes["right"]],
            "value": [round(float(one), 5) for one in np.where(leaf, nodes["value"], 0)],
        })  # fmt: skip
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m train.blocks", description=__doc__)
    parser.add_argument("pages", type=Path, help="folder with gold.jsonl and pages/")
    parser.add_argument("-o", "--out", type=Path, help="folder of the weights")
    parser.add_argument("--read", type=Path, help="file for the texts as read in cross-validation")
    options = parser.parse_args()
    pages = list(examples(options.pages))
    pairs = {folds: hints_of(without(pages, *folds)) for folds in combinations_with_replacement(range(FOLDS), 2)}
    print(f"{len(pages)} pages, {sum(map(len, (page.lines for page in pages)))} lines", flush=True)
    read = judged(pages, pairs)
    print(report(pages, read), flush=True)
    if options.read:
        options.read.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in read), encoding="utf-8")
    if options.out:
        model = fitted(pages, {fold: pairs[fold, fold] for fold in range(FOLDS)})
        shipped = {"hints": hints_of(pages), "bias": float(model._baseline_prediction[0, 0]), "trees": nodes_of(model)}
        text = json.dumps(shipped, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        (options.out / "body_lines.json").write_text(text + "\n", encoding="utf-8")
        print(f"mean weight of a hint {fmean(map(abs, shipped['hints'].values())):.3f}, {len(text):,} bytes")


if __name__ == "__main__":
    main()
