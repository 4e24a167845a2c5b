"""Sets from where on the network is believed, and how sure it is, on documents it was not trained on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from tokenizers import Tokenizer

from bench.attribution import Row, agree, attributions, f1, pairs, places, score_document
from bench.attributions import as_row
from onrecord.statements.tagger import find
from onrecord.statements.tagger_decode import Bounds
from onrecord.statements.tagger_links import Question
from onrecord.statements.tagger_network import Network
from onrecord.statements.tagger_settings import Points, Settings

GRID = {
    "standing": (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55),
    "sourceless": (0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
    "content": (0.35, 0.4, 0.45, 0.5, 0.55),
    "source": (0.3, 0.4, 0.5, 0.6),
    "anchor": (0.2, 0.3, 0.5, 0.7),
    "cue": (0.15, 0.25, 0.35, 0.45),
}

GAIN = 0.002
"""Triple F1 that another bound must bring to be taken: less is noise."""

Documents = list[Row]


class Remembered:
    """A network whose answers are kept, so that many bounds can be tried on the same documents."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.encoded: dict[bytes, tuple[np.ndarray, np.ndarray]] = {}
        self.linked: dict[bytes, tuple[np.ndarray, np.ndarray]] = {}

    def encode(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        key = ids.tobytes()
        if key not in self.encoded:
            self.encoded[key] = self.network.encode(ids)
        return self.encoded[key]

    def link(self, tokens: np.ndarray, asked: Question) -> tuple[np.ndarray, np.ndarray]:
        key = asked.places.tobytes() + asked.on_cue.tobytes() + tokens[:2].tobytes()
        if key not in self.linked:
            self.linked[key] = self.network.link(tokens, asked)
        return self.linked[key]


def tuned(sets: Sequence[Documents], network: Network, tokenizer: Tokenizer) -> Bounds:
    """The bounds with the best mean triple F1 over the sets, one bound at a time, twice around."""
    best = Bounds()
    score = _mean_f1(sets, network, tokenizer, best)
    for name, values in list(GRID.items()) * 2:
        for value in values:
            tried = replace(best, **{name: value})
            if tried != best and (reached := _mean_f1(sets, network, tokenizer, tried)) > score + GAIN:
                best, score = tried, reached
        print(f"bounds {best}: mean triple F1 {score:.4f}", flush=True)
    return best


def _mean_f1(sets: Sequence[Documents], network: Network, tokenizer: Tokenizer, bounds: Bounds) -> float:
    return float(np.mean([triple_f1(rows, network, tokenizer, bounds) for rows in sets]))


def triple_f1(rows: Iterable[Row], network: Network, tokenizer: Tokenizer, bounds: Bounds) -> float:
    """Triple F1 over some documents."""
    total: Counter[str] = Counter()
    for row in rows:
        found = find(row["text"], network, tokenizer, Settings(bounds))
        total += score_document(row, [as_row(one) for one in found])[0]
    return f1(total, "triple")[2]


def sureness(rows: Iterable[Row], network: Network, tokenizer: Tokenizer, bounds: Bounds) -> Points:
    """What the network gives against the share of such attributions that were right, made to rise.

    Isotonic regression by pooling neighbours (Ayer et al. 1955) over groups of equal size.
    """
    given = sorted(judge(rows, network, tokenizer, bounds), key=lambda one: one[0])
    groups = [(float(np.mean(part[:, 0])), float(np.mean(part[:, 1])), len(part)) for part in _parts(given)]
    pooled: list[tuple[float, float, int]] = []
    for group in groups:
        pooled.append(group)
        while len(pooled) > 1 and pooled[-2][1] >= pooled[-1][1]:
            last, before = pooled.pop(), pooled.pop()
            pooled.append(_together(before, last))
    points = [(round(at, 3), round(right, 3)) for at, right, _ in pooled]
    return ((0.0, 0.0), *points, (1.0, points[-1][1]))


def _parts(given: list[tuple[float, float]], *, size: int = 150) -> Iterator[np.ndarray]:
    for start in range(0, len(given), size):
        yield np.array(given[start : start + size])


def _together(one: tuple[float, float, int], other: tuple[float, float, int]) -> tuple[float, float, int]:
    total = one[2] + other[2]
    return (
        (one[0] * one[2] + other[0] * other[2]) / total,
        (one[1] * one[2] + other[1] * other[2]) / total,
        total,
    )


def judge(rows: Iterable[Row], network: Network, tokenizer: Tokenizer, bounds: Bounds) -> Iterator[tuple[float, float]]:
    """Each attribution found: what the network gives it, and 1.0 where it is right."""
    for row in rows:
        found = find(row["text"], network, tokenizer, Settings(bounds))
        words = places(row["text"])
        gold = attributions(row["text"], words, row["attributions"])
        mine = attributions(row["text"], words, [as_row(one) for one in found])
        good = {
            pair.found
            for pair in pairs(gold, mine)
            if pair.iou >= 0.5 and agree(gold[pair.gold].source, mine[pair.found].source)
        }
        yield from ((one.confidence, float(at in good)) for at, one in enumerate(found))


def error_of(points: Points, judged: Sequence[tuple[float, float]], *, bins: int = 10) -> float:
    """Expected calibration error: the mean distance, over bins, between sureness told and share right."""
    settings = Settings(Bounds(), points)
    told = [(settings.share_right(given), right) for given, right in judged]
    edges = [at / bins for at in range(1, bins)]
    groups: dict[int, list[tuple[float, float]]] = {}
    for one in told:
        groups.setdefault(bisect_right(edges, one[0]), []).append(one)
    gaps = (len(some) * abs(float(np.mean([a - b for a, b in some]))) for some in groups.values())
    return sum(gaps) / max(1, len(told))
