"""How well articles that add nothing are told, and copies put together, on sets that others labelled.

python -m bench.repeats FOLDER; the folder holds ``pairs.jsonl.gz`` and ``clusters.jsonl.gz``.

The bounds on sentences taken over were chosen on these very pairs; ``left out`` chooses them on the other folds.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import Any
from unittest.mock import patch

from bench.clusters import b_cubed
from bench.result import Number, Result, digest_of
from onrecord.model import Article, When
from onrecord.origins import Traits, copies, find_copies, overlap, traits
from onrecord.text.likeness import groups

Row = Mapping[str, Any]
Pair = tuple[Traits, Traits, bool]
Bounds = tuple[float, float]
TAKEN, PROSE = (0.15, 0.2, 0.25, 0.3), (0.5, 0.65, 0.75, 0.9)
FOLDS = 10
FILES = ("pairs.jsonl.gz", "clusters.jsonl.gz")
SUITE = "repeats"
REPEATS = frozenset({"copy", "rewrite"})


def rows(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def article(row: Row) -> Article:
    """A row of either set as an article without an address."""
    day = row["date"]
    when = When(day[:10], "day", 1.0, ("labelled",)) if day else When(None, "unknown", 0.0, ("labelled",))
    return Article(row["id"], row["id"], row["id"], row["text"], row["title"] or "", when, None, row["outlet"])


def pairs(path: Path) -> list[Pair]:
    """Of each pair what is compared, and whether one of the two adds nothing."""
    return [(traits(article(one["a"])), traits(article(one["b"])), one["relation"] in REPEATS) for one in rows(path)]


def found(pair: Pair, bounds: Bounds) -> bool:
    """True where the rules say that one of the two adds nothing, under other bounds on sentences taken over."""
    with patch.multiple(copies, TAKEN=bounds[0], PROSE=bounds[1]):
        edge = overlap(pair[0], pair[1])
    return bool(edge and edge.relation in REPEATS)


def f1(truth: Sequence[bool], said: Sequence[bool]) -> float:
    """Of those that add nothing."""
    both = sum(one and other for one, other in zip(truth, said, strict=True))
    return 2 * both / (sum(truth) + sum(said)) if both else 0.0


def left_out(held: Sequence[Pair], folds: int) -> float:
    """F1 where each fold is judged under the bounds that are best on the others."""
    said = {bounds: [found(pair, bounds) for pair in held] for bounds in product(TAKEN, PROSE)}
    truth = [pair[2] for pair in held]
    judged = []
    for at in range(len(held)):
        rest = [number for number in range(len(held)) if number % folds != at % folds]
        best = max(said, key=lambda bounds, rest=rest: f1([truth[n] for n in rest], [said[bounds][n] for n in rest]))  # type: ignore[misc]
        judged.append(said[best][at])
    return f1(truth, judged)


def clustered(told: Iterable[Row]) -> float:
    """B-cubed F1 of the groups that copies and versions make, over texts that no two groups share."""
    held = list(told)
    edges, versions = find_copies([article(one) for one in held])
    made = groups([one["id"] for one in held], [*((edge.article, edge.of) for edge in edges), *versions])
    return b_cubed({one["id"]: one["cluster"] for one in held if not one.get("shared_with_other_clusters")}, made)


def measure(folder: Path) -> Result:
    """Pairs under the bounds that ship and under bounds chosen on other folds; clusters."""
    began = perf_counter()
    held = pairs(folder / FILES[0])
    said = [found(pair, (copies.TAKEN, copies.PROSE)) for pair in held]
    numbers = {
        "pairs_f1": Number(round(f1([pair[2] for pair in held], said), 4), f"{len(held)} pairs, one adds nothing"),
        "pairs_f1, bounds left out": Number(round(left_out(held, FOLDS), 4), f"{FOLDS} folds; not the rules' form"),
        "clusters_b_cubed": Number(round(clustered(rows(folder / FILES[1])), 4), "edited texts by their original"),
    }
    return Result(SUITE, digest_of(folder, [folder / name for name in FILES]), numbers, perf_counter() - began)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for name, number in measure(parser.parse_args().folder).numbers.items():
        print(f"{name:28} {number.value}  {number.what}")


if __name__ == "__main__":
    main()
