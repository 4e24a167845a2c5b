"""Who is shown to be somebody by the text: names with a title, an office, an age, or a verb of saying beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.knowledge.tables import table
from onrecord.model import Span
from onrecord.text.names import POSSESSIVE, is_capital, is_common, is_particle, is_title, plain, runs

_OF_THE_PRESS = frozenset(
    ["staff", "reporter", "reporters", "correspondent", "editor", "editors", "writer", "journalist", "newsroom"]
)
_NEAR = 80  # characters looked at on either side of a name
_AGE = re.compile(r",\s(?:aged\s)?\d{1,3}(?=[,.])")
_SAYS = re.compile(r"(?:,[^,.;:\n]{2,60},|,)?\s(?:has |had |also |later |then )?([a-z]+)\b")
_SAID = re.compile(r"\b([a-z]+)\s+(?:[a-z’'\-]+\s+){0,3}$")
_OFFICE = re.compile(
    r",\s(?P<office>[^,.;:()\n]{3,70})|\s\((?P<inside>[^()\n]{3,70})\)"
    r"|\s(?:is|was)\s(?:the|a|an)\s(?P<being>[^,.;:()\n]{3,70})"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name as it stands in the text, without its title; ``office``: a title or an office beside it says who it is."""

    span: Span
    key: str
    words: int
    office: bool
    speaks: bool


@cache
def speech_forms() -> frozenset[str]:
    """The one-word forms of the verbs of saying (``knowledge/cues.tsv``)."""
    rows = (row for row in table("cues") if row["kind"] == "speech")
    return frozenset(form for row in rows for form in row["forms"].split(",") if " " not in form)


@cache
def press_words() -> frozenset[str]:
    """Words that show an outlet, an agency or its people (``knowledge/credit_words.tsv``)."""
    outlets = {row["noun"] for row in table("bodies") if row["kind"] == "outlet"}
    bodies = {row["noun"] for row in table("bodies") if row["kind"] != "outlet"}
    words = {row["word"] for row in table("credit_words") if row["kind"] == "organisation"}
    return frozenset(words - bodies | outlets | _OF_THE_PRESS)


def key_of(name: str) -> str:
    """What a short mention of a name keeps: its last word in lower case, "MR DOLAN" and "Pat Dolan" are one."""
    kept = [word for word in name.split() if is_capital(word) or is_particle(word)]
    return plain(POSSESSIVE.sub("", (kept or name.split() or [""])[-1]).strip("*_.,()’'"))


@lru_cache(maxsize=4)  # asked by every form of one text
def people_in(text: str) -> tuple[Person, ...]:
    """Every mention of a name that the words beside it show to be somebody's, in order of place."""
    return tuple(_people(text))


def _people(text: str) -> Iterator[Person]:
    for run in runs(text):
        span = _untitled(text, run)
        if span.end <= span.start or is_common(text[slice(*span)]):
            continue
        titled = span != run or _titled_before(text, run.start)
        office = titled or _office_behind(text, run.end)
        speaks = _speaks(text, span)
        if office or speaks or _AGE.match(text, run.end):
            name = text[slice(*span)]
            yield Person(span, key_of(name), len(name.split()), office, speaks)


def _untitled(text: str, run: Span) -> Span:
    start = run.start
    for word in re.finditer(r"\S+\s*", text[slice(*run)]):
        if not is_title(word.group().strip()):
            return Span(start, run.end)
        start = run.start + word.end()
    return Span(start, run.end)


def _titled_before(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start].rsplit("\n", maxsplit=1)[-1].split()
    return bool(before) and is_title(before[-1].rstrip(",")) and before[-1][-1:] not in ".;:" and before[-1].islower()


def _office_behind(text: str, end: int) -> bool:
    found = _OFFICE.match(text, end, end + _NEAR)
    if found is None:
        return False
    words = (found["office"] or found["inside"] or found["being"]).split()
    return any(is_title(word) for word in words) and not any(word in speech_forms() for word in words)


def _speaks(text: str, span: Span) -> bool:
    after = _SAYS.match(text, span.end, span.end + _NEAR)
    if after and after[1] in speech_forms():
        return True
    before = _SAID.search(text, max(0, span.start - 40), span.start)
    return bool(before and before[1] in speech_forms())
