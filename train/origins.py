"""Learns which assertions show own knowledge, from the stories written for training: ``python -m train.origins``.

Judged by whole stories left out in turn, and, where they lie beside the checkout, on newsrooms it never saw; writes the
weights and their card.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.origins.hearing import features, heard
from train.claim_stories import written

Table = NDArray[np.float32]
HOME = Path(__file__).parents[1] / "src" / "onrecord" / "knowledge" / "weights"
LEAST = 3  # stories a feature is found in; rarer ones are of their story
RIDGE = 5.0
FOLDS = 5
STEPS = 150
FAIR, SURE, SURER = 0.35, 0.8, 0.88
BOUNDS = (0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Example:
    """An assertion's features, whether its writer says that it shows own knowledge, or only repeats; its story."""

    found: Mapping[str, float]
    own: bool
    repeats: bool
    story: str


def examples() -> list[Example]:
    """Every assertion of a named party in the stories."""
    return [
        Example(features(heard(one, reading.article)), *_labels(story.flags[one.id]), story.name)
        for story in written()
        for reading in story.readings
        for one in reading.statements
        if one.stance == "asserts" and one.speaker.party
    ]


def _labels(flags: frozenset[str]) -> tuple[bool, bool]:
    return "own" in flags and "rep" not in flags, "rep" in flags


def vocabulary(rows: Iterable[Example]) -> list[str]:
    """Features found in ``LEAST`` stories or more."""
    stories: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.found:
            stories[name].add(row.story)
    return sorted(name for name, held in stories.items() if len(held) >= LEAST)


def table(rows: Sequence[Example], names: Sequence[str]) -> Table:
    """A row an example, a column a feature."""
    at = {name: number for number, name in enumerate(names)}
    found = np.zeros((len(rows), len(names)), dtype=np.float32)
    for number, row in enumerate(rows):
        for name, value in row.found.items():
            if name in at:
                found[number, at[name]] = value
    return found


def fit(found: Table, own: Table) -> Table:
    """Weights of a logistic regression with a ridge, by Nesterov's accelerated gradient steps."""
    rate = 1.0 / (0.3 * steepest(found) + RIDGE)
    weights = ahead = np.zeros(found.shape[1], dtype=np.float32)
    for step in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(found @ ahead, -30.0, 30.0)))
        moved = ahead - rate * (found.T @ (chance - own) + RIDGE * ahead)
        ahead, weights = moved + step / (step + 3.0) * (moved - weights), moved
    return weights


def steepest(found: Table) -> float:
    """The largest eigenvalue of the features' products, by power iteration."""
    along = np.ones(found.shape[1], dtype=np.float32)
    for _ in range(20):
        along = found.T @ (found @ (along / np.linalg.norm(along)))
    return float(np.linalg.norm(along))


def left_out(rows: Sequence[Example]) -> Table:
    """For each example how likely it shows own knowledge, learned from other stories."""
    fold = {story: at % FOLDS for at, story in enumerate(sorted({row.story for row in rows}))}
    chances = np.zeros(len(rows), dtype=np.float32)
    for number in range(FOLDS):
        rest = [row for row in rows if fold[row.story] != number]
        names = vocabulary(rest)
        weights = fit(table(rest, names), np.array([row.own for row in rest], dtype=np.float32))
        held = [at for at, row in enumerate(rows) if fold[row.story] == number]
        chances[held] = 1.0 / (1.0 + np.exp(-(table([rows[at] for at in held], names) @ weights)))
    return chances


def area(chances: Table, own: Table) -> float:
    """How often one that shows own knowledge is put above one that does not (area under the curve)."""
    rank = np.empty(len(chances))
    rank[np.argsort(chances)] = np.arange(len(chances))
    many = own.sum()
    return float((rank[own > 0].mean() - (many - 1) / 2) / (len(own) - many))


def report(rows: Sequence[Example], chances: Table) -> list[str]:
    """Rows of the card's table: precision, recall and repetitions let through, by bound."""
    own = np.array([row.own for row in rows], dtype=np.float32)
    repeats = np.array([row.repeats for row in rows])
    lines = []
    for bound in BOUNDS:
        above = chances >= bound
        through = f"{int(repeats[above].sum())} of {int(repeats.sum())}"
        lines.append(f"| {bound} | {own[above].mean():.3f} | {above[own > 0].mean():.3f} | {through} |")
    return lines


CARD = """# Own knowledge

`own_knowledge.json`: how likely the words of an assertion show that its source knows for itself (saw, counted, tested,
did it, keeps the record), as a logistic regression over {features:,} named features: words and pairs of words of what
is claimed and of the rest of its sentence, words of the sentence before; the rows of the table `own_knowledge`; first
person, quotation, figures; words of the party's name and role. Names of people and places and numbers are masked.

Learned by `python -m train.origins` from {many:,} assertions ({own:,} from own knowledge, {repeats:,} that only repeat
or concede) in {stories} invented stories, written and marked for training. Measured with whole stories left out
({folds} parts): area under the curve {area:.3f}.

| at or above | right | found | repetitions let through |
|---|---|---|---|
{lines}

A party counts as a second origin from {sure} on; from {fair} on where the table `own_knowledge` knows its words; from
{surer} on where its words concede something or speak of an origin before it; and only with everything else that
`docs/origins.md` asks. The labels are hard to agree on: "own" stands on many plain assertions of a body about
its own matters.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HOME)
    out = parser.parse_args().out
    rows = examples()
    own = np.array([row.own for row in rows], dtype=np.float32)
    names = vocabulary(rows)
    weights = fit(table(rows, names), own)
    chances = left_out(rows)
    shown = {name: round(float(value), 3) for name, value in zip(names, weights, strict=True) if abs(value) >= 0.0005}
    ship = {"fair": FAIR, "sure": SURE, "surer": SURER, "weights": shown}
    (out / "own_knowledge.json").write_text(json.dumps(ship, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    card = CARD.format(
        features=len(shown),
        many=len(rows),
        own=int(own.sum()),
        repeats=sum(row.repeats for row in rows),
        stories=len({row.story for row in rows}),
        folds=FOLDS,
        area=area(chances, own),
        lines="\n".join(report(rows, chances)),
        fair=FAIR,
        sure=SURE,
        surer=SURER,
    )
    (out / "own_knowledge.md").write_text(card, encoding="utf-8")
    print(card)


if __name__ == "__main__":
    main()
