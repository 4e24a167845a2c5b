"""What stands around a line of a dump, as numbers: neighbours, the running text before and after, common words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.lines import Line
from onrecord.articles.lines_measures import NAMES, Table

Column = NDArray[np.float32]
NEAR = (-3, -2, -1, 1, 2, 3)
SHOWN = (
    "words", "sentence", "capital", "common", "prose", "marks", "again", "name", "upper", "digits", "inner",
    "told",
)  # fmt: skip
SPANS = (3, 8, 25)
SUMMED = ("prose", "sentence", "again", "name", "common", "capital", "clock", "told")
WORD = re.compile(r"[^\W\d_]{4,}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{2}")
LOOK_AT = 1500
SHORT_COST = 12.0
LEAST = 0.4
MOST_WORDS = 70.0


def column(table: Table, name: str) -> Column:
    """One column of a table of measures."""
    found: Column = table[:, NAMES.index(name)]
    return found


def surroundings(lines: Sequence[Line], table: Table) -> Table:
    """Neighbours, sums over windows, place on the page and in its best run of prose; one row a line."""
    count = len(lines)
    words = np.expm1(column(table, "words")) * column(table, "prose")
    columns = [shifted(column(table, name), step) for name in SHOWN for step in NEAR]
    columns += [one for name in SUMMED for one in sums(column(table, name))]
    columns += sums(words)
    columns += shares(words)
    at: Column = np.arange(count, dtype=np.float32)
    columns += [
        np.log1p(at),
        (at / max(count, 1)).astype(np.float32),
        np.log1p(at[::-1]),
        np.full(count, np.log1p(count), np.float32),
    ]
    columns += [np.full(count, column(table, name).mean(), np.float32) for name in ("gap", "prose")]
    columns += since(column(table, "prose")) + since(column(table, "sentence"))
    columns += in_run(np.where(column(table, "prose") > 0, np.minimum(words, MOST_WORDS), -SHORT_COST))
    columns += in_common(word_sets(lines), column(table, "prose") > 0)
    return np.stack(columns, axis=1).astype(np.float32)


def judged(lines: Sequence[Line], table: Table, found: NDArray[np.float64]) -> Table:
    """The same once more from how surely each line was found to be the story: ``found``, 0.0 to 1.0 for every line."""
    sure = found.astype(np.float32)
    words = np.minimum(np.expm1(column(table, "words")), MOST_WORDS)
    columns = [sure, *(shifted(sure, step) for step in (*NEAR, -5, -4, 4, 5))]
    columns += sums(sure) + sums(sure * words) + shares(sure * words)
    columns += in_run((sure - LEAST) * words) + since(sure > 0.5) + since(sure < 0.15)
    columns += with_story(word_sets(lines), sure)
    return np.stack(columns, axis=1).astype(np.float32)


def with_story(words: Sequence[frozenset[str]], sure: Column) -> list[Column]:
    """The share of a line's longer words that the story has elsewhere, and that its first lines have."""
    told: dict[str, float] = defaultdict(float)
    for one, weight in zip(words, sure.tolist(), strict=True):
        for word in one:
            told[word] += weight
    elsewhere = [
        sum([min(told[word] - weight, 1.0) for word in one]) / len(one) if one else -1.0
        for one, weight in zip(words, sure.tolist(), strict=True)
    ]
    first = np.flatnonzero(sure > 0.5)[:6]
    opening = frozenset().union(*(words[at] for at in first))
    opened = [len(one & opening) / len(one) if one else -1.0 for one in words]
    return [np.array(elsewhere, dtype=np.float32), np.array(opened, dtype=np.float32)]


def shifted(values: Column, step: int) -> Column:
    """The values of the line ``step`` further on; -1 beyond the page."""
    out = np.full(len(values), -1.0, dtype=np.float32)
    if step < 0:
        out[-step:] = values[:step]
    else:
        out[: max(len(values) - step, 0)] = values[step:]
    return out


def sums(values: Column) -> list[Column]:
    """For every span the sum over the lines before, and over those after."""
    total = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    at = np.arange(len(values))
    columns = []
    for span in SPANS:
        columns.append((total[at] - total[np.maximum(at - span, 0)]).astype(np.float32))
        columns.append((total[np.minimum(at + 1 + span, len(values))] - total[at + 1]).astype(np.float32))
    return columns


def shares(values: Column) -> list[Column]:
    """How much of the page's whole stands before the line, and how much there is."""
    total = np.cumsum(values, dtype=np.float64)
    whole = float(total[-1]) if len(total) else 0.0
    return [((total - values) / max(whole, 1.0)).astype(np.float32), np.full(len(values), np.log1p(whole), np.float32)]


def since(flags: NDArray[Any]) -> list[Column]:
    """Lines since the last one that is flagged and lines to the next, at most 50."""
    return [_since(flags), _since(flags[::-1])[::-1]]


def _since(flags: NDArray[Any]) -> Column:
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags > 0, at, -1000))
    before = np.concatenate([[-1000], last[:-1]]) if len(flags) else last
    return np.asarray(np.minimum(at - before, 50), dtype=np.float32)


def in_run(worth: Column) -> list[Column]:
    """Where the line stands in the run of the greatest sum (Kadane): in it, lines from its start and its end."""
    start, end = best_run(worth)
    at = np.arange(len(worth))
    inside = ((at >= start) & (at < end)).astype(np.float32)
    return [
        inside,
        np.clip(at - start, -60, 60).astype(np.float32),
        np.clip(at - end, -60, 60).astype(np.float32),
        np.full(len(worth), end - start, np.float32),
    ]


def best_run(worth: Column) -> tuple[int, int]:
    """First line, and the line after the last, of the run with the greatest sum."""
    best, most, start, total = (0, 0), 0.0, 0, 0.0
    for at, value in enumerate(worth.tolist()):
        if total <= 0:
            start, total = at, 0.0
        total += value
        if total > most:
            best, most = (start, at + 1), total
    return best


def word_sets(lines: Sequence[Line]) -> Sequence[frozenset[str]]:
    """The longer words of every line."""
    return _word_sets(tuple(line.text for line in lines))


@lru_cache(maxsize=1)  # both sets of trees ask for those of the same page
def _word_sets(texts: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    known = {text: frozenset(WORD.findall(text[:LOOK_AT].casefold())) for text in dict.fromkeys(texts)}
    return tuple(known[text] for text in texts)


def in_common(words: Sequence[frozenset[str]], story: NDArray[np.bool_]) -> list[Column]:
    """The share of a line's longer words that the running text has elsewhere, and that its next five lines have."""
    long = [at for at in range(len(words)) if story[at]]
    told = Counter(chain.from_iterable(words[at] for at in long))
    known, again = frozenset(told), frozenset(word for word, times in told.items() if times > 1)
    everywhere = [
        len(one & (again if is_told else known)) / len(one) if one else -1.0
        for one, is_told in zip(words, story.tolist(), strict=True)
    ]
    return [np.array(everywhere, dtype=np.float32), np.array(_with_following(words, long), dtype=np.float32)]


def _with_following(words: Sequence[frozenset[str]], long: Sequence[int]) -> list[float]:
    found = []
    following: frozenset[str] = frozenset()
    place, joined = 0, -1
    for at, one in enumerate(words):
        while place < len(long) and long[place] <= at:
            place += 1
        if place != joined:
            following, joined = frozenset().union(*(words[number] for number in long[place : place + 5])), place
        found.append(len(one & following) / len(one) if one else -1.0)
    return found
