"""Trains the line labeller of text dumps: ``python -m train.lines``, a quarter of an hour on one core.

Every judgement is made of pages whose outlets were not learned from (three folds by host): the words that speak for a
story, then the first trees, then the second trees and those for the headline, which see what the first ones thought of
pages they had not learned from. The shipped weights are then made of all pages.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold

from onrecord.articles.labeller import Trees
from onrecord.articles.lines_measures import Table, measured
from onrecord.articles.lines_story import Sureness, first_features, second_features, settled
from train.lines_boost import fit_trees, fit_words
from train.lines_labels import words_of
from train.lines_pages import Labelled, pages

HERE = Path(__file__).parent
FOLDS = 3
Features = Sequence[NDArray[np.float32]]


def main() -> None:
    options = arguments()
    rows = [json.loads(line) for line in (options.data / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    known = list(pages(options.data, rows))
    print(len(known), "dumps,", sum(len(page.lines) for page in known), "lines", flush=True)
    folds = list(GroupKFold(FOLDS).split(known, groups=[page.host for page in known]))
    tables = apart_words(known, folds)
    first_rows = [first_features(page.lines, table) for page, table in zip(known, tables, strict=True)]
    sure = apart(known, first_rows, folds, body_of)
    second_rows = [
        second_features(page.lines, table, one) for page, table, one in zip(known, tables, sure, strict=True)
    ]
    write(options.out, known, first_rows, second_rows)
    again = apart(known, second_rows, folds, body_of)
    headline = apart(known, second_rows, folds, headline_of)
    report(known, [(one + other) / 2 for one, other in zip(sure, again, strict=True)], headline)


def body_of(page: Labelled) -> NDArray[np.float64]:
    return page.body


def headline_of(page: Labelled) -> NDArray[np.float64]:
    return page.headline


def fitted(known: Sequence[Labelled], rows: Features, label: Callable[[Labelled], NDArray[np.float64]]) -> Trees:
    """Trees over those pages; pages whose headline is not known say nothing about headlines."""
    told = [at for at, page in enumerate(known) if label is body_of or headline_of(page).any()]
    return fit_trees([rows[at] for at in told], [label(known[at]) for at in told], [known[at].weight for at in told])


def apart_words(known: Sequence[Labelled], folds: Sequence[Any]) -> list[Table]:
    """The lines' measures, with words that were learned from other outlets."""
    tables: dict[int, Table] = {}
    for learned, judged in folds:
        speech = fit_words([known[at] for at in learned])
        tables |= {at: measured(known[at].lines, speech) for at in judged}
    return [tables[at] for at in range(len(known))]


def apart(
    known: Sequence[Labelled], rows: Features, folds: Sequence[Any], label: Callable[[Labelled], NDArray[np.float64]]
) -> list[Sureness]:
    """How surely each line is what is looked for, by trees that learned from other outlets."""
    found: dict[int, Sureness] = {}
    for learned, judged in folds:
        trees = fitted([known[at] for at in learned], [rows[at] for at in learned], label)
        found |= {at: trees.probabilities(rows[at]) for at in judged}
    return [found[at] for at in range(len(known))]


def write(out: Path, known: Sequence[Labelled], first_rows: Features, second_rows: Features) -> None:
    """The weights made of all pages, as one file of arrays."""
    speech = fit_words(known)
    kept: dict[str, Any] = {"words": np.array(list(speech)), "speech": np.array(list(speech.values()), np.float32)}
    for name, rows, label in (
        ("first", first_rows, body_of),
        ("second", second_rows, body_of),
        ("headline", second_rows, headline_of),
    ):
        trees = fitted(known, rows, label)
        kept |= {f"{name}_feature": trees.feature, f"{name}_threshold": trees.threshold, f"{name}_value": trees.value}
        kept[f"{name}_bias"] = np.array(trees.bias)
    np.savez_compressed(out, **kept)
    print("written:", out, flush=True)


def report(known: Sequence[Labelled], sure: Sequence[Sureness], headline: Sequence[Sureness]) -> None:
    """Prints what was measured on outlets that were not learned from, for each shape of dump."""
    for shape in sorted({page.shape for page in known}):
        at = [number for number, page in enumerate(known) if page.shape == shape]
        found = [overlap(known[number], settled(sure[number])) for number in at]
        titled = [number for number in at if known[number].headline.any()]
        right = sum(bool(known[number].headline[int(np.argmax(headline[number]))]) for number in titled)
        print(f"{shape}: {len(at)} dumps, words F1 {np.mean(found):.3f}, headline {right} of {len(titled)}", flush=True)


def overlap(page: Labelled, kept: Sequence[bool]) -> float:
    """F1 of the words of the lines kept, against those of the lines that are the story."""
    words = np.array([len(words_of(line.text)) for line in page.lines]) * (page.weight > 0)
    both = float((words * page.body * kept).sum())
    return 2 * both / max(float((words * page.body).sum() + (words * kept).sum()), 1.0)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m train.lines", description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data" / "reading")
    parser.add_argument(
        "--out", type=Path, default=HERE.parent / "src" / "onrecord" / "knowledge" / "weights" / "line_labeller.npz"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
