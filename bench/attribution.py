"""How well attributions (source, cue, content) are found in texts whose gold is spans of characters.

Words are runs of letters or digits with inner ' - . , kept; a span list is the set of words it covers, so quotation
marks at its edges and its cutting into pieces never count. Gold and found are paired one to one, best content IoU
first. A pair counts from an IoU of .5; a *triple* when the sources share a word (or both name none) as well. What lies
for half or more in a document's ``ignore`` spans is left out unless it is paired.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

Row: TypeAlias = dict[str, Any]
Words: TypeAlias = frozenset[int]

WORD = re.compile(r"[^\W_]+(?:['’\-.,][^\W_]+)*")
LEAST_IOU = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution as the numbers of the words its parts cover."""

    source: Words
    cue: Words
    content: Words


class Pair(NamedTuple):
    """Indexes of a gold and a found attribution, and the IoU of their contents."""

    gold: int
    found: int
    iou: float


def places(text: str) -> list[tuple[int, int]]:
    """Where each word of a text begins and ends."""
    return [word.span() for word in WORD.finditer(text)]


def cover(words: Sequence[tuple[int, int]], spans: Iterable[Sequence[int]]) -> Words:
    """Numbers of the words that the spans touch."""
    return frozenset(number for start, end in spans for number in touched(words, start, end))


def touched(words: Sequence[tuple[int, int]], start: int, end: int) -> range:
    first = bisect.bisect_right(words, (start, -1))
    if first and words[first - 1][1] > start:
        first -= 1
    return range(first, bisect.bisect_left(words, (end, -1)))


def attributions(words: Sequence[tuple[int, int]], rows: Iterable[Row]) -> list[Found]:
    """The attributions of a document whose content has any word."""
    made = [Found(*(cover(words, row.get(part) or ()) for part in ("source", "cue", "content"))) for row in rows]
    return [one for one in made if one.content]


def iou(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def pairs(gold: Sequence[Found], found: Sequence[Found]) -> list[Pair]:
    """One to one, best content first; ties: shared source words, then order."""
    candidates = sorted(
        (-iou(g.content, f.content), -iou(g.source, f.source), at, to)
        for at, g in enumerate(gold)
        for to, f in enumerate(found)
        if g.content & f.content
    )
    made: list[Pair] = []
    for likeness, _, at, to in candidates:
        if all(at != one.gold and to != one.found for one in made):
            made.append(Pair(at, to, -likeness))
    return made


def agree(one: Words, other: Words) -> bool:
    """Two parts share a word, or neither is there."""
    return bool(one & other) or not (one or other)


def score_document(gold_row: Row, found_rows: Iterable[Row]) -> tuple[Counter[str], frozenset[int]]:
    """Counts of one document, and which of its gold attributions came out as triples."""
    words = places(gold_row["text"])
    gold, found = attributions(words, gold_row["attributions"]), attributions(words, found_rows)
    ignored = cover(words, gold_row.get("ignore") or ())
    good = [pair for pair in pairs(gold, found) if pair.iou >= LEAST_IOU]
    kept = {pair.found for pair in good}
    dropped = [f for to, f in enumerate(found) if to not in kept and 2 * len(f.content & ignored) >= len(f.content)]
    triples = [pair for pair in good if agree(gold[pair.gold].source, found[pair.found].source)]
    with_cue = [pair for pair in triples if agree(gold[pair.gold].cue, found[pair.found].cue)]
    counts = Counter(
        gold=len(gold),
        found=len(found) - len(dropped),
        content=len(good),
        triple=len(triples),
        triple_cue=len(with_cue),
    )
    return counts, frozenset(pair.gold for pair in triples)


def f1(counts: Counter[str], name: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of content, triple or triple_cue."""
    precision = counts[name] / counts["found"] if counts["found"] else 0.0
    recall = counts[name] / counts["gold"] if counts["gold"] else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
