"""Makes knowledge/weights/claim_matcher.json from gold newsrooms; judged with whole stories left out in turn.

python -m bench.settling_train NEWSROOM... [-o FILE]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bench.gold import gold_labelled, load_gold
from onrecord.claims.features import features
from onrecord.claims.matcher import Matcher
from onrecord.claims.units import Unit, units
from onrecord.origins.copies import find_copies
from onrecord.pipeline.settle import settle_statements
from onrecord.text.likeness import Grid, average_link, groups

FIRMNESS = 0.03  # inverse of the regularisation
LEAST = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35)


@dataclass(frozen=True)
class Labelled:
    """A gold story: its units, the features of their pairs, the claim of each unit or None."""

    name: str
    held: list[Unit]
    found: Grid
    claims: list[str | None]


def stories(newsroom: Path) -> list[Labelled]:
    """The gold stories of a newsroom, copies folded as the program folds them."""
    labelled = gold_labelled(newsroom)
    label = {
        one.id: row["claim"] for reading, rows in labelled for one, row in zip(reading.statements, rows, strict=True)
    }
    story = {row["file"]: row["story"] for row in load_gold(newsroom)["articles"]}
    made = []
    for name in sorted(set(story.values())):
        readings = [reading for reading, _ in labelled if story[reading.article.input] == name]
        articles = {one.article.id: one.article for one in readings}
        copies, versions = find_copies(list(articles.values()))
        same = groups(articles, [*versions, *((edge.article, edge.of) for edge in copies)])
        held = [one for one in units(articles, settle_statements(readings), same) if one.statement.stance != "other"]
        found = features(held, [articles[one] for one in sorted(articles)])
        made.append(Labelled(f"{newsroom.name[-1]} {name}", held, found, [label[one.statement.id] for one in held]))
    return made


def trained(told: Sequence[Labelled]) -> Matcher:
    """A matcher from pairs within stories, each story weighing by the root of its number of pairs."""
    rows, same, weights = zip(*(_pairs(one) for one in told), strict=True)
    found, truth, weight = np.concatenate(rows), np.concatenate(same), np.concatenate(weights)
    mean, scale = found.mean(axis=0), found.std(axis=0) + 1e-6
    model = LogisticRegression(C=FIRMNESS, max_iter=3000).fit((found - mean) / scale, truth, sample_weight=weight)
    return Matcher(tuple(mean), tuple(scale), tuple(model.coef_[0]), float(model.intercept_[0]), 0.0)


def _pairs(one: Labelled) -> tuple[Grid, NDArray[np.bool_], Grid]:
    held = [at for at, claim in enumerate(one.claims) if claim]
    a, b = (np.array(held)[side] for side in np.triu_indices(len(held), 1))
    truth = np.array([one.claims[x] == one.claims[y] for x, y in zip(a, b, strict=True)])
    return one.found[a, b], truth, np.full(len(a), 1 / np.sqrt(len(a)))


def b_cubed(pairs: Sequence[tuple[str, str]]) -> float:
    """B-cubed F1 over (gold group, found group) of each item (Bagga and Baldwin 1998)."""
    both, gold, found = Counter(pairs), Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    precise = sum(both[pair] / found[pair[1]] for pair in pairs)
    recalled = sum(both[pair] / gold[pair[0]] for pair in pairs)
    return 2 * precise * recalled / (precise + recalled) / len(pairs)


def grouped(one: Labelled, matcher: Matcher, least: float) -> list[tuple[str, str]]:
    """(gold claim, group) of each statement, repeats in copies included."""
    numbers = average_link(matcher.sureness(one.found), least)
    return [
        (f"{one.name} {claim}", f"{one.name} {number}")
        for unit, claim, number in zip(one.held, one.claims, numbers, strict=True)
        if claim
        for _ in unit.ids
    ]


def left_out(told: Sequence[Labelled]) -> dict[float, dict[str, float]]:
    """B-cubed of each story under a matcher that never saw it, for each bound."""
    scores: dict[float, dict[str, float]] = {least: {} for least in LEAST}
    for one in told:
        matcher = trained([other for other in told if other is not one])
        for least in LEAST:
            scores[least][one.name] = b_cubed(grouped(one, matcher, least))
    return scores


def main() -> None:
    """Prints the spread over stories left out, and writes the weights of all stories together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("newsrooms", nargs="+", type=Path)
    parser.add_argument("-o", type=Path, default=None)
    given = parser.parse_args()
    told = [one for room in given.newsrooms for one in stories(room)]
    scores = left_out(told)
    for least, row in scores.items():
        print(least, f"mean {np.mean(list(row.values())):.3f}", {name: round(value, 2) for name, value in row.items()})
    best = max(LEAST, key=lambda least: float(np.mean(list(scores[least].values()))))
    if given.o:
        whole = trained(told)
        made: dict[str, object] = {name: _rounded(getattr(whole, name)) for name in ("mean", "scale", "weight")}
        made |= {"bias": round(whole.bias, 5), "least": best}
        given.o.write_text(json.dumps(made) + "\n", encoding="utf-8")


def _rounded(values: Sequence[float]) -> list[float]:
    return [round(float(value), 5) for value in values]


if __name__ == "__main__":
    main()
