"""Bylines: who wrote it, without outlets and roles; and the agencies credited beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.articles.prose import is_aside
from onrecord.articles.sightings import days_in
from onrecord.knowledge.tables import table

LONGEST = 160
BY = re.compile(
    r"^\W{0,3}(?:by|text|words|story|author|von|par|por|(?:written|reported|reporting|text) by|autor|autorin)\b ?:?\s+",
    re.I,
)
BY_ALONE = re.compile(r"^(?:by|von|par|por)\s+(?=[A-ZÀ-Þ])", re.I)
PARTS = re.compile(r"\s*(?:[|/•·;]|\s[-–—]\s|\bwith\b|\bfor\b|\bin\b(?= [A-Z])|\bfrom\b|[()])\s*")
AND = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b|\bog\b|\boch\b)\s*")
NAME = re.compile(r"(?:[^\W\d_]|[.'’-])+")
PARTICLES = frozenset(
    re.findall(r"\S+", "de da di du del della der den van von zu al el bin ibn la le ter ten dos das af av mc ap")
)
HANDLE = re.compile(r"@|https?:|www\.|\.(?:com|org|net)\b", re.I)


@dataclass(frozen=True, slots=True)
class Byline:
    """Names of persons, and of outlets or agencies credited beside them."""

    persons: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


def is_byline(line: str) -> bool:
    """True for a line that says it is a byline, or credits an agency by itself."""
    return (bool(BY_ALONE.match(line) or (BY.match(line) and ":" in line[:12])) and len(line) < LONGEST) or is_agency(
        line
    )


def is_name_line(line: str) -> bool:
    """True for a line of nothing but names of persons or outlets."""
    return len(line) < LONGEST and all(looks_like_name(part) or is_agency(part) for part in AND.split(line) if part)


def byline_of(top: Iterable[str], persons: Iterable[str], outlet: str | None) -> Byline:
    """The byline from the lines at the headline and what the metadata claim; metadata win for persons."""
    shown, credited = _shown(top, outlet)
    claimed = [name for one in persons for name in _split_names(one)]
    credited += [name for name in claimed if is_organisation(name, outlet)]
    named = [name for name in claimed if not is_organisation(name, outlet) and not HANDLE.search(name)] or shown
    return Byline(tuple(dict.fromkeys(named)), tuple(dict.fromkeys(credited)))


def _shown(top: Iterable[str], outlet: str | None) -> tuple[list[str], list[str]]:
    persons: list[str] = []
    credited: list[str] = []
    for line in top:
        if len(line) > LONGEST or is_aside(line) or (next(days_in(line), None) and not BY.match(line)):
            continue
        explicit, rest = bool(BY.match(line)), BY.sub("", line)
        parts = [part for part in PARTS.split(rest) if part]
        names = [name for part in parts for name in _split_names(part)]
        if not explicit and not all(_is_credit_part(name, outlet) for name in names):
            continue
        credited += [name for name in names if is_organisation(name, outlet) or _is_lone_credit(name)]
        persons += [name for name in names if looks_like_name(name) and not is_organisation(name, outlet)]
    return persons, credited


def _split_names(part: str) -> list[str]:
    names = [BY_ALONE.sub("", name).strip(" .:") for name in AND.split(part)]
    return [name for name in names if name and len(name) < 80]


def _is_credit_part(name: str, outlet: str | None) -> bool:
    return (
        looks_like_name(name) or is_organisation(name, outlet) or _is_lone_credit(name) or name.lower() in _collective()
    )


def _is_lone_credit(name: str) -> bool:
    """One capitalised word of some length, no section of a paper: an agency we need not have heard of."""
    return bool(re.fullmatch(r"[A-ZÀ-Þ][^\W\d_]{3,24}", name)) and name.lower() not in _collective()


@cache
def _collective() -> frozenset[str]:
    return frozenset(row["word"] for row in table("credit_words") if row["kind"] == "nobody")


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("credit_words") if row["kind"] == "organisation")


@cache
def _agencies() -> dict[str, str]:
    return {row["written"].lower(): row["name"] for row in table("agencies")}


def is_agency(name: str) -> bool:
    """True for a news agency of the table."""
    return name.lower().strip(" .") in _agencies()


def agency_name(name: str) -> str:
    """The usual name of a known agency, any other as it is written."""
    return _agencies().get(name.lower().strip(" ."), name)


def is_outlet(name: str, outlet: str | None) -> bool:
    """True for the outlet's own name, with or without its article."""
    return outlet is not None and name.casefold().removeprefix("the ") == outlet.casefold().removeprefix("the ")


def is_organisation(name: str, outlet: str | None) -> bool:
    """True for an agency, the outlet itself, and a name with a word that only outlets carry."""
    return (
        is_outlet(name, outlet)
        or is_agency(name)
        or bool(_organisation_words() & set(re.findall(r"\w+", name.lower())))
    )


def looks_like_name(name: str) -> bool:
    """True for two to four words as names of persons are written."""
    words = name.split()
    if not 2 <= len(words) <= 4 or _organisation_words() & {word.lower() for word in words}:
        return False
    if any(word.lower() in _collective() for word in words):
        return False
    return (
        all(NAME.fullmatch(word) and (word[0].isupper() or word.lower() in PARTICLES) for word in words)
        and words[-1][0].isupper()
    )
