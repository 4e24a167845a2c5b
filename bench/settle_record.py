"""A record for the bench of settling: gold and written stories told again under other names, places, days, words.

Words are exchanged for words of the same length, so that every span of a statement still slices out its text.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from bench.gold import gold_readings, load_gold
from onrecord.claims import with_senses
from onrecord.model import Article, Passage, Reading, Speaker, Statement, When, article_id, statement_id
from onrecord.statements.figures import figures_in
from onrecord.text.likeness import SMALL
from train.claim_stories import HOME, read_story

WORD = re.compile(r"[^\W\d_]+|\b(?!19|20)\d{3,}\b")
CHANGED = 0.85  # share of a story's other words that are exchanged too: no two stories share all of them
A_DAY = 200  # articles
FIRST = date(2020, 1, 1)
ONSETS = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "gr", "kl", "st", "tr")
VOWELS = ("a", "e", "i", "o", "u")


@dataclass(frozen=True, slots=True)
class Template:
    """A gold story: its readings in order of day, the names in it, and words by length to exchange others for."""

    readings: tuple[Reading, ...]
    names: frozenset[str]
    pool: Mapping[int, Sequence[str]]


def templates(newsrooms: Iterable[Path], *, written: int = 0) -> list[Template]:
    """The gold stories of the newsrooms, and so many of those written for training."""
    told: defaultdict[tuple[Path, str], list[Reading]] = defaultdict(list)
    for room in newsrooms:
        story = {row["file"]: row["story"] for row in load_gold(room)["articles"]}
        for one in gold_readings(room):
            told[room, story[one.article.input]].append(_sensed(one))
    paths = sorted(HOME.glob("*.txt"))
    for path in paths[:: max(len(paths) // written, 1)][:written] if written else ():
        told[path, ""] = [_sensed(one) for one in read_story(path).readings]
    every = [one.article.text for several in told.values() for one in several]
    pool = _pool(every)
    return [
        Template(tuple(sorted(several, key=lambda one: one.article.published.value or "")), _names(several), pool)
        for _, several in sorted(told.items())
    ]


def _sensed(one: Reading) -> Reading:
    """With the senses that reading gives; a story told again keeps them, as it says the same in other words."""
    return replace(one, statements=with_senses(one.article, one.statements))


def _pool(texts: Iterable[str]) -> dict[int, list[str]]:
    words = {word for text in texts for word in WORD.findall(text) if word.islower() and word not in SMALL}
    pool: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        pool[len(word)].append(word)
    return dict(pool)


def _names(several: Iterable[Reading]) -> frozenset[str]:
    """Words that are never written small in the story."""
    words = {word for one in several for word in WORD.findall(f"{one.article.headline} {one.article.text}")}
    return frozenset(word for word in words if word[0].isupper() and word.lower() not in words | SMALL)


def retold(told: Sequence[Template], count: int) -> Iterator[list[Reading]]:
    """Stories without end in number: the templates in turn, each time under other names and words, day after day."""
    at = 0
    for number in range(count):
        one = told[number % len(told)]
        yield _story(one, number, FIRST + timedelta(days=at // A_DAY))
        at += len(one.readings)


def _story(told: Template, number: int, first: date) -> list[Reading]:
    days = [one.article.published.day for one in told.readings if one.article.published.day]
    shift = first - date.fromisoformat(min(days)) if days else timedelta()
    change = _Change(told, number)
    return [_reading(one, change, shift, number) for one in told.readings]


class _Change:
    """One story's exchange of words, the same in all its articles."""

    def __init__(self, told: Template, number: int) -> None:
        self._told, self._number = told, number
        self._known: dict[str, str] = {}

    def text(self, text: str) -> str:
        return WORD.sub(lambda found: self._word(found.group()), text)

    def _word(self, word: str) -> str:
        if word not in self._known:
            self._known[word] = self._made(word, random.Random(f"{self._number} {word}"))  # noqa: S311
        return self._known[word]

    def _made(self, word: str, chance: random.Random) -> str:
        if word.isdigit():
            return "".join(chance.choice("123456789") for _ in word)
        if word in self._told.names:
            return made_name(word, chance)
        if word.islower() and word not in SMALL and len(word) > 3 and chance.random() < CHANGED:
            return chance.choice(self._told.pool[len(word)])
        return word


def made_name(word: str, chance: random.Random) -> str:
    """A name of the same length."""
    made = "".join(chance.choice(ONSETS) + chance.choice(VOWELS) for _ in word)[: len(word)]
    return made.upper() if word.isupper() else made.capitalize()


def _reading(one: Reading, change: _Change, shift: timedelta, number: int) -> Reading:
    was = one.article
    text, headline = change.text(was.text), change.text(was.headline)
    url = f"https://{(was.outlet or 'x').replace(' ', '-').lower()}.example/{number}/{was.input.rpartition('/')[2]}"
    id_ = article_id(url, headline, text)
    article = replace(
        was,
        id=id_,
        input=f"{number}/{was.input}",
        digest=f"{id_:0<64}",
        text=text,
        headline=headline,
        url=url,
        canonical=None,
        published=_later(was.published, shift),
    )
    said = {new.id: new for new in (_statement(old, article, change, shift) for old in one.statements)}
    return Reading(article, tuple(said.values()))


def _statement(one: Statement, article: Article, change: _Change, shift: timedelta) -> Statement:
    name, role, party = (part and change.text(part) for part in (one.speaker.name, one.speaker.role, one.speaker.party))
    speaker = Speaker(name, role, party, one.speaker.why)
    return replace(
        one,
        id=statement_id(article.id, one.content.spans),
        article=article.id,
        content=_cut(one.content, article.text),
        cue=one.cue and _cut(one.cue, article.text),
        source=one.source and _cut(one.source, article.text),
        speaker=speaker,
        said_on=one.said_on and _later(one.said_on, shift),
        figures=figures_in(article.text, one.content.spans) if one.figures else (),
    )


def _cut(part: Passage, text: str) -> Passage:
    return Passage(" … ".join(text[start:end] for start, end in part.spans), part.spans)


def _later(when: When, shift: timedelta) -> When:
    return replace(when, value=(date.fromisoformat(when.day) + shift).isoformat()) if when.day else when
