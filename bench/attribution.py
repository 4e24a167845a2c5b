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
from functools import cache
from pathlib import Path
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
    cue_words: tuple[str, ...] = ()
    colon: bool = False
    kind: str = "unknown"

    @property
    def all(self) -> Words:
        return self.source | self.cue | self.content


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


def attributions(text: str, words: Sequence[tuple[int, int]], rows: Iterable[Row]) -> list[Found]:
    """The attributions of a document whose content has any word."""
    return [one for one in (_found(text, words, row) for row in rows) if one.content]


def _found(text: str, words: Sequence[tuple[int, int]], row: Row) -> Found:
    source, said, content = (cover(words, row.get(part) or ()) for part in ("source", "cue", "content"))
    cue = " ".join(text[start:end] for start, end in sorted(row.get("cue") or ()))
    spoken = tuple(word.lower() for word in WORD.findall(cue))
    return Found(source, said, content, spoken, ":" in cue and not spoken, row.get("kind", "unknown"))


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


@dataclass(frozen=True, slots=True)
class Scope:
    """What counts. ``speech``: gold whose cue holds a reporting word; other gold may be found or not.

    ``nested``: a found statement that lies whole inside a gold content, and is paired with none, is left out.
    """

    speech: bool = False
    nested: bool = False

    def holds(self, one: Found) -> bool:
        return not self.speech or one.colon or any(is_speech(word) for word in one.cue_words)


EVERYTHING = Scope()
SPEECH = Scope(speech=True, nested=True)


@cache
def _speech_words() -> dict[str, str]:
    lines = (Path(__file__).parent / "speech_words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.split("\t") for line in lines)


_ENDINGS = (("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("es", "e"), ("s", ""))


def is_speech(word: str) -> bool:
    """Whether a word, or what it is a form of, is one of those for reporting."""
    known = _speech_words()
    stems = (word[: -len(end)] + more for end, more in _ENDINGS if word.endswith(end) and len(word) > len(end) + 2)
    return word in known or any(known.get(stem) == stem for stem in stems)


def score_document(
    gold_row: Row, found_rows: Iterable[Row], *, scope: Scope = EVERYTHING
) -> tuple[Counter[str], frozenset[int]]:
    """Counts of one document, and which of its gold attributions came out as triples."""
    text = gold_row["text"]
    words = places(text)
    gold, found = attributions(text, words, gold_row["attributions"]), attributions(text, words, found_rows)
    ignored = cover(words, gold_row.get("ignore") or ())
    all_pairs = pairs(gold, found)
    good = [pair for pair in all_pairs if pair.iou >= LEAST_IOU]
    paired = {pair.found: pair.gold for pair in good}
    dropped = {to for to, one in enumerate(found) if _is_left_out(one, paired.get(to), gold, ignored, scope)}
    counting = [pair for pair in good if pair.found not in dropped]
    triples = [pair for pair in counting if agree(gold[pair.gold].source, found[pair.found].source)]
    with_cue = [pair for pair in triples if agree(gold[pair.gold].cue, found[pair.found].cue)]
    exact = [pair for pair in counting if gold[pair.gold].content == found[pair.found].content]
    counts = Counter(
        gold=sum(scope.holds(one) for one in gold),
        found=len(found) - len(dropped),
        content=len(counting),
        exact=len(exact),
        triple=len(triples),
        triple_cue=len(with_cue),
    )
    return counts, frozenset(pair.gold for pair in triples)


def _is_left_out(one: Found, gold_at: int | None, gold: Sequence[Found], ignored: Words, scope: Scope) -> bool:
    """Whether a found attribution counts neither for nor against: paired outside the scope, or unpaired and excused."""
    if gold_at is not None:
        return not scope.holds(gold[gold_at])
    if 2 * len(one.content & ignored) >= len(one.content) or (one.cue and not scope.holds(one)):
        return True
    if scope.nested and any(10 * len(one.all & other.content) >= 9 * len(one.all) for other in gold):
        return True
    optional = (other for other in gold if not scope.holds(other))
    return any(2 * len(one.content & other.content) >= len(one.content) for other in optional)


def f1(counts: Counter[str], name: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of content, exact, triple or triple_cue."""
    precision = counts[name] / counts["found"] if counts["found"] else 0.0
    recall = counts[name] / counts["gold"] if counts["gold"] else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
