"""How many an article says were killed and injured in what it tells: the figures of its headline and opening.

Whoever died counts, whoever did it included; "four shot, one dead" leaves three injured. The words are those of the
table ``toll_words``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Article, Toll
from onrecord.stories.marks import read_part

OPENING = 1_500  # characters: what comes after tells of other cases as often as of this one
MOST = 600  # a greater figure is a year's toll, or a calibre

DIED_OF = re.compile(
    r"\b(?:died|dies) (?:of|from) (?:(?:his|her|their|the) )?(?:injuries|wounds|gunshot wounds?)\b", re.IGNORECASE
)
ANY_SHOT = re.compile(r"\bsho(?:t|ots)\b", re.IGNORECASE)
BOUND = r"\b(?:(?:at least|more than|fewer than|up to|about|around|nearly|some) )?"  # shown with the figure

Figure = tuple[int, str]
NO_FIGURE: Figure = (0, "")


@dataclass(frozen=True, slots=True)
class Patterns:
    """What counts the killed, the injured and the shot, and what tells of some without a count."""

    values: dict[str, int]
    killed: tuple[re.Pattern[str], ...]
    injured: tuple[re.Pattern[str], ...]
    shot: tuple[re.Pattern[str], ...]
    some_death: re.Pattern[str]
    no_death: re.Pattern[str]
    some_hurt: re.Pattern[str]
    others: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Count:
    """``killed`` and ``injured``, of which one may be only that somebody was; ``told``: whether a figure stands there.

    ``counted``: the same two where the article gives a figure, else None; ``words``: those of the figures.
    """

    killed: int
    injured: int
    told: bool = False
    counted: tuple[int | None, int | None] = (None, None)
    words: tuple[str, ...] = ()


def toll(article: Article) -> Count:
    """What headline and opening say; nobody where they say nothing."""
    known = patterns()
    headline = _plain(article.headline or "")
    text = _plain(read_part(article)[: OPENING + len(article.headline or "")])
    killed, injured, shot = (_figure(found, headline, text) for found in (known.killed, known.injured, known.shot))
    dead = killed[0] or int(bool(known.some_death.search(text)))
    told = bool(killed[0] or injured[0] or shot[0])
    if not injured[0] and shot[0] > dead:
        injured = (shot[0] - dead, shot[1])
        counted = (killed[0] or None, injured[0] if dead == killed[0] else None)
    else:
        counted = (killed[0] or None, injured[0] or None)
    figures = zip((killed, injured), counted, strict=True)
    words = dict.fromkeys(words for (_, words), figure in figures if figure is not None)
    return Count(dead, injured[0] or _uncounted(dead, text), told, counted, tuple(words))


def _plain(text: str) -> str:
    """The text without words that speak of death where nobody died."""
    return DIED_OF.sub("died", patterns().no_death.sub(" ", text))


def _uncounted(killed: int, text: str) -> int:
    """1 where the text tells of somebody hurt, beside the dead where there are any."""
    known = patterns()
    hurt = known.some_hurt.search(text) and (not killed or known.others.search(text))
    return int(bool(hurt or (not killed and ANY_SHOT.search(text))))


def _figure(several: Sequence[re.Pattern[str]], headline: str, text: str) -> Figure:
    """The greatest figure of the headline, else of the text, and its words."""
    found = _most(several, headline)
    return found if found[0] else _most(several, text)


def _most(several: Iterable[re.Pattern[str]], text: str) -> Figure:
    found = ((_value(one["number"]), one.group()) for pattern in several for one in pattern.finditer(text))
    return max(((value, words) for value, words in found if value <= MOST), default=NO_FIGURE, key=lambda one: one[0])


def _value(written: str) -> int:
    return int(written) if written.isdigit() else patterns().values[written.lower()]


def tolls(articles: Iterable[Article]) -> tuple[Toll, ...]:
    """What those of the articles say that give a figure, by day and id; the last is what holds."""
    ordered = sorted(articles, key=lambda one: (one.published.day or "", one.id))
    counts = ((one, toll(one)) for one in ordered)
    return tuple(
        Toll(one.id, one.published.day, *count.counted, count.words) for one, count in counts if any(count.counted)
    )


def last_toll(articles: Iterable[Article]) -> Count:
    """What the latest article with a figure says, else the latest; nobody where there is none."""
    ordered = sorted(articles, key=lambda one: (one.published.day or "", one.id))
    counts = [toll(one) for one in ordered]
    told = [one for one in counts if one.told]
    return (told or counts or [Count(0, 0)])[-1]


@cache
def patterns() -> Patterns:
    """The patterns that the words of the table make."""
    state = rf"in {_any('condition')} condition"
    hurt = rf"(?:{_any('badly')} )?(?:{_any('hurt')}|{state})"
    shot = rf"{_any('shot')}\b(?! (?:and killed|dead|to death))"
    named = rf"\b(?P<number>{_any('named')})"
    rows = [row for row in table("toll_words") if row["value"]]
    return Patterns(
        {row["word"]: int(row["value"]) for row in rows},
        (*_counts(_any("dead"), "killing"), _pattern(rf"{named}[- ](?:homicide|murder|killing)")),
        _counts(hurt, "hurting"),
        (_pattern(rf"{BOUND}{_number()}{_who()} {shot}"), _pattern(rf"{named} shooting")),
        *(_pattern(rf"\b{_any(kind)}\b") for kind in ("death", "no_death")),
        *(_pattern(rf"(?<!fatally )\b{_any(kind)}\b") for kind in ("wound", "others")),
    )


def _counts(state: str, verbs: str) -> tuple[re.Pattern[str], ...]:
    return (
        _pattern(rf"{BOUND}{_number()}{_who()} {state}\b"),
        _pattern(rf"\b{_any(verbs)} (?:at least )?{_number()}\b(?!-| years?\b| times?\b|[:.]\d)"),
    )


def _who() -> str:
    return rf"(?: {_any('kind')})*(?: {_any('people')})?(?: {_any('were')})*"


def _number() -> str:
    return rf"(?P<number>\d{{1,3}}|{_any('number')})"


def _any(kind: str) -> str:
    """Any of the words of a kind."""
    return f"(?:{'|'.join(row['word'] for row in table('toll_words') if row['kind'] == kind)})"


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)
