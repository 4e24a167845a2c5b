"""In which order people are asked: what moves most if it is wrong, is least sure, and is read now. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.store.asks import Ask, AskKind

# What hangs on an answer: a second origin makes a claim corroborated, a single denial makes it contested; a speaker
# makes a position; words that belong elsewhere blur one claim; a name moves many statements a little; a day moves one.
STAKES: Mapping[AskKind, float] = {
    "origin": 1.0,
    "stance": 0.9,
    "speaker": 0.7,
    "link": 0.6,
    "party": 0.5,
    "day": 0.4,
}
MERGED = 0.8  # from here on two names are one party's
MANY = 50  # statements under a name, past which more weigh no more


def in_order(asks: Iterable[Ask]) -> list[Ask]:
    """What weighs most first; of what weighs alike, by its key. What is asked twice is asked once."""
    once = {one.key: one for one in asks}
    return sorted(once.values(), key=lambda one: (-weight(one), one.key))


def weight(one: Ask) -> float:
    """0 to 1: stakes times doubt times how much it is read now."""
    return STAKES[one.kind] * doubt(one) * attention(one)


def doubt(one: Ask) -> float:
    """0 to 1, 1 where the record knows nothing; of two names, how near they are to the bound on either side."""
    if one.kind == "party":
        return max(0.0, 1.0 - abs(one.sure - MERGED) / 0.2)
    return 1.0 - one.sure


def attention(one: Ask) -> float:
    """0 to 1: the heat of the story, which has no upper bound; of names, how much is said under them."""
    if one.kind == "party":
        return min(one.times, MANY) / MANY
    return one.heat / (1.0 + one.heat)
