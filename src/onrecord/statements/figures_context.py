"""The unit of a number that stands alone, from what the text says before it and around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.statements.figures_counted import Counted, counted_in
from onrecord.statements.figures_nouns import FUNCTION_WORDS, WORD, is_plural
from onrecord.statements.figures_spells import LENGTHS
from onrecord.statements.figures_units import LOOK_ON, units

LOOK_BACK = 120
SENTENCE_LENGTH = 300  # as far as a sentence is followed back
FAR_BACK = 800
NEIGHBOURS = 30  # numbers looked back over
LARGE = 1000  # smaller numbers are too many things to be told by their size
MANY = 200  # numbers of a text that are weighed for it
TELLING = 13  # a number that stands twice means the same thing twice; smaller ones may not
# Numbers of one kind differ by less than this factor: sums of money, other things, and either over paragraphs.
ALIKE_MONEY, ALIKE, ALIKE_FAR = 1000, 60, 30
A_FEW = 100
ARMY = re.compile(r"\b(?:troops|soldiers?|garrison|brigades?|battalions?|regiments?)\b")
SHARES = frozenset(("percent", "percentage points", "basis points"))
OF_THEM = re.compile(r"\s+of\s+(?:them|us|those|these|whom|which)\b", re.I)
OF_WHICH = re.compile(r"\bof\s+(?:which|whom|them|those|these)\s+(?:\w+\s+){0,2}\Z", re.I)
MORE = re.compile(r"\s+(?:more|others?|further|additional)\b", re.I)
COUNT_OF = re.compile(
    r"\b(?:number|count|tally|total|share|figure|estimate)s? of "
    r"((?:[a-z]+ ){0,2}?(?:[a-z]{3,}s|people|troops|dead|missing))\b",
    re.I,
)
COUNTING = re.compile(r"\b(?:number|count|tally|toll|headcount|list|register)\b", re.I)
SENTENCE = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z\"“‘])|\n")
CONTRAST = re.compile(
    r"[^.;!?\n]{0,30}\b(?:not|rather than|instead of|against|than|but|and|or|to|from|versus)\b[^.;!?\n]{0,12}|,\s*",
    re.I,
)
FORCE_AFTER = re.compile(r"\s+(?:for|in|of)\s+(?:the|its|a|an|this|that)\s+(\w+)")
AHEAD = 60
AUX = r"(?:were|was|are|is|have been|had been|has been|remain|remained|lay)"
ADVERB = r"(?:(?:\w+ly|still|also|now|feared|believed|presumed|reported)\s+){0,2}"


@dataclass(frozen=True, slots=True)
class Resolving:
    """The numbers of a text while their units are filled in from the first to the last."""

    text: str
    every: list[Counted]
    by_value: dict[float, Counter[str]]

    def start(self, at: int) -> int:
        """Where the sentence of the number begins."""
        place = self.every[at].number.span.start
        low = max(0, place - SENTENCE_LENGTH)
        ends = [found.end() for found in SENTENCE.finditer(self.text, low, place)]
        return ends[-1] if ends else low


@lru_cache(maxsize=16)
def resolved_in(text: str) -> tuple[Counted, ...]:
    """The numbers of ``text`` that count something, in order, each with its unit; None where the text does not tell."""
    state = Resolving(text, list(counted_in(text)), {})
    for one in state.every:
        _note(state, one)
    for at, one in enumerate(state.every):
        unit = _canonical(state, at, one.unit or _unit(state, at))
        if unit != one.unit:
            state.every[at] = one._replace(unit=unit)
            _note(state, state.every[at])
    return tuple(state.every)


def _canonical(state: Resolving, at: int, unit: str | None) -> str | None:
    """Men are troops where an army is spoken of, and the names of a list are people."""
    one = state.every[at]
    if unit == "men":
        return _who(state, one)
    listed = unit == "names" and re.search(r"\blist\b", state.text[state.start(at) : one.end + LOOK_ON])
    return "people" if listed else unit


def _note(state: Resolving, one: Counted) -> None:
    if one.unit:
        state.by_value.setdefault(one.number.value, Counter())[one.unit] += 1


@lru_cache(maxsize=16)
def _tells_of_an_army(text: str) -> bool:
    return ARMY.search(text) is not None


def _who(state: Resolving, one: Counted) -> str:
    """So many men are troops where the text tells the same number of troops, or of an army and more than a few."""
    told = state.by_value.get(one.number.value, ())
    same = next((unit for unit in told if unit in ("troops", "soldiers")), None)
    return same or ("troops" if one.number.value >= A_FEW and _tells_of_an_army(state.text) else "men")


def _unit(state: Resolving, at: int) -> str | None:
    end = state.every[at].number.span.end
    after = state.text[end : end + LOOK_ON]
    start = state.every[at].number.span.start
    if OF_THEM.match(after) or MORE.match(after) or OF_WHICH.search(state.text, max(0, start - LOOK_ON), start):
        return _carried(state, at)
    if not _is_bare(after):
        return None
    readers = (_fate, _beside, _count_word, _same_elsewhere, _nearest, _like, _spoken_of)
    return next((unit for reader in readers if (unit := reader(state, at))), None)


def _is_bare(after: str) -> bool:
    """Whether no name or compound follows: "12", "12 were", "12 refused", but not "12 Polish", "12-fold"."""
    word = re.match(r"\s+([^\W\d_][\w'’-]*)(\s+of\b)?", after)
    if word and word[2]:
        return False
    if word:
        return word[1][0].islower() or word[1].lower() in FUNCTION_WORDS
    return re.match(r"\s*(?:\Z|[.,;:!?)\"”“’'—–]|-\s)", after) is not None


def _carried(state: Resolving, at: int) -> str | None:
    """ "Three of them", "five more": the unit of the figure before, else the last plural noun before."""
    start = state.every[at].number.span.start
    previous = state.every[at - 1] if at else None
    if previous and previous.number.span.start >= state.start(at) and not _is_measure(previous.unit):
        return previous.unit
    nouns = [word.group() for word in WORD.finditer(state.text, max(0, start - LOOK_BACK), start)]
    return _nearest(state, at) or next((word for word in reversed(nouns) if word.islower() and is_plural(word)), None)


# ---------------------------------------------------------------- what became of people


@cache
def _done() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(units('act'))})\s+(?:at least\s+|about\s+|some\s+|up to\s+|another\s+)?\Z")


@cache
def _became() -> re.Pattern[str]:
    state, fate = "|".join(units("state")), "|".join(units("fate"))
    return re.compile(
        rf"(?:,[^,.;\n]{{0,60}},)?\s+(?:{AUX}\s+{ADVERB}(?:{state})|(?:(?:had|have|has"
        rf"|also)\s+)?(?:{fate}))\b"
    )


def _fate(state: Resolving, at: int) -> str | None:
    """People to whom something was done: "12 were injured", "killed 12"; the same sentence may say who they are."""
    span = state.every[at].number.span
    done = _done().search(state.text, max(0, span.start - 40), span.start)
    if not done and not _became().match(state.text, span.end):
        return None
    previous, start = state.every[at - 1] if at else None, state.start(at)
    if previous is None or previous.number.span.start < start or _is_measure(previous.unit):
        return "people"
    of_them = re.match(r"(?:of|among)\b", state.text[start : start + 8], re.I)
    return previous.unit if of_them or _tells_fate(state.text[previous.number.span.end : span.start]) else "people"


def _tells_fate(words: str) -> bool:
    told = {*units("act"), *(word.split()[-1] for word in (*units("fate"), *units("state")))}
    return any(word in told for word in re.findall(r"[a-z]+", words))


def _is_measure(unit: str | None) -> bool:
    return unit is None or unit in LENGTHS or unit in SHARES or unit in units("before").values()


# ---------------------------------------------------------------- what stands near


def _beside(state: Resolving, at: int) -> str | None:
    """The unit of a number it is set against or beside: "90, not 900", "40, 50 and 60 percent", "to 17 from 12"."""
    start = state.start(at)
    for other, (low, high) in _neighbours(state, at):
        near = low >= start and high - low < LOOK_BACK // 2
        if near and other.unit and other.unit not in LENGTHS and CONTRAST.fullmatch(state.text, low, high):
            return other.unit
    return None


def _neighbours(state: Resolving, at: int) -> list[tuple[Counted, tuple[int, int]]]:
    """The number before and the number after, each with the place of the words between."""
    every, found = state.every, []
    if at:
        found.append((every[at - 1], (every[at - 1].end, every[at].number.span.start)))
    if at + 1 < len(every):
        found.append((every[at + 1], (every[at].number.span.end, every[at + 1].number.span.start)))
    return found


def _count_word(state: Resolving, at: int) -> str | None:
    """ "The toll has risen to 19", "the number of patients at 34", "the missing nine"."""
    text, span, start = state.text, state.every[at].number.span, state.start(at)
    counted = list(COUNT_OF.finditer(text, start, span.start))
    if counted:
        noun = counted[-1][1].split()[-1].lower()
        return units("noun").get(noun, noun)
    words = [word.group().lower() for word in WORD.finditer(text, max(start, span.start - LOOK_ON), span.start)]
    found = next((units("noun")[word] for word in reversed(words) if word in units("noun")), None)
    after = FORCE_AFTER.match(text, span.end)
    return found or (units("noun").get(after[1]) if after else None)


def _same_elsewhere(state: Resolving, at: int) -> str | None:
    value = state.every[at].number.value
    same = state.by_value.get(value) if value >= TELLING or value % 1 else None
    return same.most_common(1)[0][0] if same else None


def _nearest(state: Resolving, at: int) -> str | None:
    """The unit of the nearest figure of the paragraph that may count the same, else of the paragraphs before."""
    this = state.every[at].number
    paragraph = state.text.rfind("\n", 0, this.span.start) + 1
    before = state.every[max(0, at - NEIGHBOURS) : at]
    inside = bisect_left(before, paragraph, key=lambda one: one.number.span.start)
    near = _may_be(state, at, before[inside:], far=False) or _may_be(state, at, _ahead(state, at), far=False)
    return near or (_may_be(state, at, before[:inside], far=True) if this.value >= TELLING else None)


def _ahead(state: Resolving, at: int) -> list[Counted]:
    """The next number, where it stands close and in the same paragraph."""
    end = state.every[at].number.span.end
    following = state.every[at + 1 : at + 2]
    close = [one for one in following if one.number.span.start - end < AHEAD]
    return [one for one in close if "\n" not in state.text[end : one.number.span.start]]


def _may_be(state: Resolving, at: int, others: list[Counted], *, far: bool) -> str | None:
    value = state.every[at].number.value
    of_things = _of_things(state, at)
    for other in reversed(others):
        unit = other.unit
        if unit is None or unit in LENGTHS or unit in SHARES or (of_things and _is_measure(unit)):
            continue
        factor = ALIKE_FAR if far else ALIKE_MONEY if _is_measure(unit) else ALIKE
        if other.number.value / factor <= value <= other.number.value * factor:
            return unit
    return None


def _of_things(state: Resolving, at: int) -> bool:
    """Whether a word before it says that things are counted, not money or a measure ("its tally of 1.2 million")."""
    start = state.every[at].number.span.start
    return COUNTING.search(state.text, max(state.start(at), start - LOOK_ON), start) is not None


def _like(state: Resolving, at: int) -> str | None:
    """A large bare number counts what the numbers of its size in the same article count, if they agree on it."""
    value = state.every[at].number.value
    if value < LARGE:
        return None
    near = Counter(one.unit for one in state.every[:MANY] if one.unit and value / 10 <= one.number.value <= value * 10)
    unit, times = near.most_common(1)[0] if near else (None, 0)
    return unit if times * 2 > near.total() and not (_of_things(state, at) and _is_measure(unit)) else None


def _spoken_of(state: Resolving, at: int) -> str | None:
    """A large bare number counts what the last word for a count told of ("the force" some sentences before)."""
    place = state.every[at].number.span.start
    if state.every[at].number.value < LARGE:
        return None
    words = (word.lower() for word in reversed(WORD.findall(state.text, max(0, place - FAR_BACK), place)))
    return next((told for word in words if (told := units("noun").get(word) or _army(word))), None)


def _army(word: str) -> str | None:
    return "troops" if ARMY.fullmatch(word) else None
