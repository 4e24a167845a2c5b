"""What a line of a dump shows by itself, as numbers: length, sentences, capitals, marks, common words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import log1p, sqrt

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.byline import BY
from onrecord.articles.lines import Line
from onrecord.articles.prose import INNER_END, UNSPACED, is_prose, is_sentence
from onrecord.knowledge.tables import table

Table = NDArray[np.float32]
LOOK_AT = 1500  # characters of a line: a line that is longer tells no more
MARKS = re.compile(r"\s[|•·›»/]\s|[|•›]")
QUOTE = re.compile(r"[\"“”„«»]")
OPENS = re.compile(r"[\"“„«'‘]")
LISTED = re.compile(r"[-*•–—·#>]|\d{1,3}[.):]?\s")
YEAR = re.compile(r"\b(?:19|20)\d\d\b|[0-9]{4}年")
CLOCK = re.compile(r"\b\d\d?[:.h]\d\d\b")
ADDRESS = re.compile(r"@|https?:|www\.|\.(?:com|org|net)\b|[©®]")
WORD = re.compile(r"[^\W\d_]{2,}")
DIGIT = re.compile(r"\d")
MAY_BE_UPPER = re.compile(r"[A-Z\u0080-\U0010ffff]")
NO_PLAIN_LETTER = re.compile(r"[^A-Za-z]")

NAMES = (
    "characters", "words", "sentence", "question", "colon", "dots", "inner", "lower", "capital", "upper",
    "digits", "marks", "quotes", "opens", "commas", "common", "small", "listed", "year", "clock", "month",
    "address", "name", "by", "prose", "unspaced", "letters", "told", "again", "gap",
)  # fmt: skip


def measured(lines: Sequence[Line], speech: Mapping[str, float]) -> Table:
    """One row a line, one column for each of ``NAMES``. ``speech``: how much a word speaks for a story, or against."""
    seen = Counter(line.text for line in lines)
    known = {text: [*_measures(text[:LOOK_AT]), _told(text[:LOOK_AT], speech)] for text in seen}
    rows = [[*known[line.text], log1p(seen[line.text] - 1), float(line.gap)] for line in lines]
    return np.array(rows, dtype=np.float32).reshape(len(lines), len(NAMES))


def _measures(line: str) -> list[float]:
    words = line.split()
    unspaced = 0 if line.isascii() else len(UNSPACED.findall(line))
    count = len(words) + unspaced // 2
    lower = [word.casefold().strip(".,:;!?\"'“”()") for word in words]
    sentence = is_sentence(line)
    others, plain = MAY_BE_UPPER.findall(line), NO_PLAIN_LETTER.findall(line)
    firsts = [word[0] for word in words]
    capital = sum(map(str.isupper, firsts))
    return [
        log1p(len(line)),
        log1p(count),
        sentence,
        line.endswith(("?", "？")),
        line.endswith((":", "：")),
        line.endswith(("…", "...")),
        log1p(len(INNER_END.findall(line))),
        sum(map(str.islower, firsts)) / len(words),
        capital / len(words),
        sum(map(str.isupper, others)) / len(line),
        len(DIGIT.findall(line)) / len(line),
        log1p(len(MARKS.findall(line))),
        log1p(len(QUOTE.findall(line))),
        bool(OPENS.match(line)),
        log1p(line.count(",") + line.count("、")),
        sum(map(_common().__contains__, lower)) / len(words),
        line[0].islower(),
        bool(LISTED.match(line)),
        bool(YEAR.search(line)),
        bool(CLOCK.search(line)),
        not _months().isdisjoint(lower[:12]),
        bool(ADDRESS.search(line)),
        2 <= len(words) <= 5 and capital >= len(words) - 1 and not sentence and not DIGIT.search(line),
        bool(BY.match(line)),
        is_prose(line),
        unspaced / len(line),
        (len(line) - len(plain) + sum(map(str.isalpha, plain))) / len(line),
    ]


def words_of(line: str) -> frozenset[str]:
    """The words of a line that may speak for or against a story."""
    return frozenset(WORD.findall(line[:LOOK_AT].casefold()))


def _told(line: str, speech: Mapping[str, float]) -> float:
    known = [speech[word] for word in words_of(line) if word in speech]
    return sum(known) / sqrt(len(known)) if known else 0.0


@cache
def _common() -> frozenset[str]:
    return frozenset(word for row in table("languages") for word in row["words"].split())


@cache
def _months() -> frozenset[str]:
    return frozenset(word.casefold() for row in table("months") for word in row["name"].split())
