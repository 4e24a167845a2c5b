"""Where a text turns to another story: behind that place hardly a word of before comes back, none of the headline.

After M. A. Hearst, TextTiling (1997), with whole halves in place of windows: stories are glued once, not everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

WORD = re.compile(r"[^\W\d_]{5,}")
STEM = 6  # letters
LEAST_WORDS = 150  # of the second part
LEAST_BEFORE = 80
LEAST_STEMS = 30
NAMED = 3  # stems of the headline in the first part
SHARED = 0.1
MOST_PARAGRAPHS = 600
MOST_LETTERS = 4000  # of a paragraph


def second_story(paragraphs: Sequence[str], told: str) -> int:
    """The paragraph at which another story begins, 0 where none does. ``told``: headline and description.

    Bounded by the words of the text; scripts without spaces are never judged.
    """
    parts = [_stems(one[:MOST_LETTERS]) for one in paragraphs[:MOST_PARAGRAPHS]]
    words = [len(one[:MOST_LETTERS].split()) for one in paragraphs[:MOST_PARAGRAPHS]]
    named = set(_stems(told[:MOST_LETTERS]))
    if not named.isdisjoint(_last(parts, words)):
        return 0
    left: Counter[str] = Counter()
    right = Counter(stem for part in parts for stem in part)
    shared, before, behind = 0, 0, sum(words)
    best, found = SHARED, 0
    for at, part in enumerate(parts):
        if at >= 2 and before >= LEAST_BEFORE and behind >= LEAST_WORDS and _apart(named, left, right):
            share = shared / min(len(left), len(right))
            best, found = (share, at) if share < best else (best, found)
        for stem in part:
            shared += (left[stem] == 0 and right[stem] > 1) - (left[stem] > 0 and right[stem] == 1)
            left[stem] += 1
            right[stem] -= 1
            if not right[stem]:
                del right[stem]
        before, behind = before + words[at], behind - words[at]
    return found


def _last(parts: Sequence[Sequence[str]], words: Sequence[int]) -> set[str]:
    """The stems of the shortest second part there can be: what it holds, every other one holds as well."""
    at, behind = len(parts), 0
    while at and behind < LEAST_WORDS:
        at -= 1
        behind += words[at]
    return {stem for part in parts[at:] for stem in part}


def _stems(text: str) -> list[str]:
    return [word[:STEM] for word in WORD.findall(text.casefold())]


def _apart(named: set[str], left: Counter[str], right: Counter[str]) -> bool:
    enough = min(len(left), len(right)) >= LEAST_STEMS
    return enough and sum(one in left for one in named) >= NAMED and not any(one in right for one in named)
