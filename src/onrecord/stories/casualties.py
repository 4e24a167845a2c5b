"""How many an article says were killed and injured in what it tells: the figures of its headline and opening.

Whoever died counts, whoever did it included; "four shot, one dead" leaves three injured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Article
from onrecord.stories.marks import read_part

OPENING = 1_500  # characters: what comes after tells of other cases as often as of this one
MOST = 600  # a greater figure is a year's toll, or a calibre

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NAMED = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
VALUES = {word: at + 1 for at, word in enumerate(_WORDS)} | {"another": 1, "both": 2} | _NAMED


def _any(words: str) -> str:
    """Any of the words or phrases, parted by commas."""
    return f"(?:{'|'.join(words.split(', '))})"


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)


_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(_WORDS)}|another|both)"
_KIND = _any("other, more, young, teenage, adult, innocent, off-duty")
_PEOPLE = _any(
    "people, persons?, men, man, women, woman, teens?, teenagers?, children, child, boys?, girls?, victims?, others?, "
    "juveniles?, officers?, students?, adults?, bystanders?, suspects?, kids?, of them"
)
_WERE = _any(
    "were, was, are, is, have been, has been, had been, been, left, reported, confirmed, pronounced, reportedly, also, "
    "believed"
)
_WHO = rf"(?: {_KIND})*(?: {_PEOPLE})?(?: {_WERE})*"
_DEAD = _any(
    "killed, dead, slain, murdered, fatally shot, fatally wounded, fatally injured, shot and killed, shot dead, "
    "shot to death, died, die, dies"
)
_STATE = _any("critical, serious, stable, fair, good")
_HURT = rf"(?:{_any('critically, seriously, severely, badly')} )?" + _any(
    f"injured, wounded, hurt, hospitali[sz]ed, in the hospital, in hospital, in {_STATE} condition"
)
_SHOT = _any("shot, struck by gunfire, hit by gunfire") + r"\b(?! (?:and killed|dead|to death))"


def _counts(state: str, verbs: str) -> tuple[re.Pattern[str], ...]:
    return (
        _pattern(rf"\b{_NUMBER}{_WHO} {state}\b"),
        _pattern(rf"\b{_any(verbs)} (?:at least )?{_NUMBER}\b(?!-| years?\b| times?\b|[:.]\d)"),
    )


KILLED = _counts(_DEAD, "kills, killed, killing, claims, dead are")
INJURED = _counts(_HURT, "injures, injured, injuring, wounds, wounded, wounding, hurts, hurting")
SHOT = (_pattern(rf"\b{_NUMBER}{_WHO} {_SHOT}"),)
NAMED_DEATHS = _pattern(rf"\b({'|'.join(_NAMED)})[- ](?:homicide|murder|killing)")
NAMED_SHOTS = _pattern(rf"\b({'|'.join(_NAMED)}) shooting")
ANY_SHOT = _pattern(r"\bsho(?:t|ots)\b")
OTHERS = _pattern(rf"\b{_any('another, other, others, also, second, survived, wounded, injured')}\b")
_DEATHS = (
    "killed, dead, slain, died, dies, fatal, fatally, deadly, homicide, murder(?:ed|s)?, manslaughter, funeral, "
    "to death, death of"
)
SOME_DEATH = _pattern(rf"\b{_any(_DEATHS)}\b")
_NO_DEATHS = (
    "attempted murder, attempted homicide, death penalty, left for dead, non-?fatal(?:ly)?, no one was killed, "
    "nobody was killed"
)
NO_DEATH = _pattern(rf"\b{_any(_NO_DEATHS)}\b")
DIED_OF = _pattern(r"\b(?:died|dies) (?:of|from) (?:(?:his|her|their|the) )?(?:injuries|wounds|gunshot wounds?)\b")
_WOUNDS = (
    "injur(?:ed|ies|y|es), wounded, wounds, wounding, hospitali[sz]ed, critical condition, stable condition, "
    "serious condition, expected to (?:survive|recover|be ok), recovering, non-life[- ]threatening, grazed, "
    "shot in the (?:leg|arm|foot|hand|shoulder|back|stomach|buttocks|thigh|ankle)"
)
SOME_HURT = _pattern(rf"\b{_any(_WOUNDS)}\b")


@dataclass(frozen=True, slots=True)
class Toll:
    """``killed`` and ``injured``; ``told``: whether a figure stands there, or only that somebody was."""

    killed: int
    injured: int
    told: bool


def toll(article: Article) -> Toll:
    """What headline and opening say; nobody where they say nothing."""
    text = DIED_OF.sub("died", NO_DEATH.sub(" ", read_part(article)[: OPENING + len(article.headline or "")]))
    killed, injured, shot = _most(KILLED, text), _most(INJURED, text), _most(SHOT, text)
    killed = max(killed, _named(NAMED_DEATHS, text))
    shot = max(shot, _named(NAMED_SHOTS, text))
    told = bool(killed or injured or shot)
    if not killed and SOME_DEATH.search(text):
        killed = 1
    if not injured and shot > killed:
        injured = shot - killed
    elif not injured and SOME_HURT.search(text) and (not killed or _others(text)):
        injured = 1
    elif not injured and not killed:
        injured = int(bool(ANY_SHOT.search(text)))
    return Toll(killed, injured, told)


def _others(text: str) -> bool:
    """Whether somebody beside the dead is hurt."""
    return bool(OTHERS.search(text))


def _most(patterns: Sequence[re.Pattern[str]], text: str) -> int:
    found = (_value(one["number"]) for pattern in patterns for one in pattern.finditer(text))
    return max((one for one in found if one <= MOST), default=0)


def _named(pattern: re.Pattern[str], text: str) -> int:
    return max((VALUES[one.lower()] for one in pattern.findall(text)), default=0)


def _value(written: str) -> int:
    return int(written) if written.isdigit() else VALUES[written.lower()]


def last_toll(articles: Iterable[Article]) -> Toll:
    """What the latest article with a figure says, else the latest; nobody where there is none."""
    ordered = sorted(articles, key=lambda one: (one.published.day or "", one.id))
    tolls = [toll(one) for one in ordered]
    told = [one for one in tolls if one.told]
    return (told or tolls or [Toll(0, 0, False)])[-1]
