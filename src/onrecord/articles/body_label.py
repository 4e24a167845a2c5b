"""Which lines of a page are its story: each by its own odds and by those of the lines that look like it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from lxml import html

from onrecord.articles.body_code import without_code
from onrecord.articles.body_features import Seen, Told, letters_of, seen
from onrecord.articles.body_lines import Line
from onrecord.articles.body_model import Numbers, labeller
from onrecord.articles.body_tables import with_tables

PROSE_LEAST = -0.4  # log-odds; a paragraph lost is worse than one too many
SHORT_LEAST = 0.3
ALIKE_LEAST = 3
ALIKE_LEVELS = 4
MOST_SURE = 5.3
MOST_WEIGHT = 60
TALK_LEFT = 40  # words of running text that must be left when readers' comments go
REPEAT_WORDS = 200
REPEATED = 3
MOST_LONG = 8
MOST_KEYS = 300
MOST_LETTERS = 60_000


def candidates(lines: Sequence[Line]) -> list[Seen]:
    """The lines that may be story: no readers' comments, and no line that holds the other lines once more."""
    found = seen(lines)
    if sum(one.words for one in found if one.prose and not one.place.discussed) >= TALK_LEFT:
        found = [one for one in found if not one.place.discussed]
    keys = [one.key for one in found if one.prose and len(one.key) > 40 and one.words < REPEAT_WORDS][:MOST_KEYS]
    longest = sorted((one for one in found if one.words > REPEAT_WORDS), key=lambda one: -one.words)[:MOST_LONG]
    repeats = {id(one) for one in longest if _repeats(one, keys)}
    return [one for one in found if id(one) not in repeats]


def _repeats(one: Seen, keys: Sequence[str]) -> bool:
    whole = letters_of(one.line.text[:MOST_LETTERS])
    return sum(key in whole for key in keys) >= REPEATED


def labelled(all_seen: Sequence[Seen], told: Told) -> list[Seen]:
    """Those that belong to the story, in order."""
    return chosen(all_seen, labeller().log_odds(all_seen, told))


def chosen(all_seen: Sequence[Seen], odds: Numbers) -> list[Seen]:
    """The same from the log-odds of each line."""
    told = zip(all_seen, smoothed(all_seen, odds), strict=True)
    kept = [one for one, odd in told if odd >= (PROSE_LEAST if one.prose else SHORT_LEAST)]
    return without_code(with_tables(all_seen, kept))


def smoothed(all_seen: Sequence[Seen], odds: Numbers) -> Numbers:
    """Running text shares its odds with the running text whose elements look the same, four levels up."""
    sure = np.clip(odds, -MOST_SURE, MOST_SURE)
    groups: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(all_seen):
        if one.prose:
            groups[_look(one.line.holder)].append(at)
    for members in groups.values():
        if len(members) >= ALIKE_LEAST:
            weights = [min(MOST_WEIGHT, all_seen[at].words) for at in members]
            sure[members] = sure[members] / 2 + np.average(sure[members], weights=weights) / 2
    return sure


def _look(holder: html.HtmlElement) -> str:
    around = [holder, *holder.iterancestors()][:ALIKE_LEVELS]
    return ">".join(f"{one.tag}.{one.get('class') or ''}" for one in around)
