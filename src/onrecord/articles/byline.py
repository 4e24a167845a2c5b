"""Bylines: who wrote it, without outlets and roles; and the agencies credited beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.articles.byline_names import agencies, is_agency, looks_like_name, names_of, persons_of
from onrecord.articles.prose import is_aside
from onrecord.articles.sightings import days_in
from onrecord.knowledge.tables import table
from onrecord.text.names import is_given

LONGEST = 160
MOST_WORDS = 5
TITLED = re.compile(
    r"(?:[A-ZÀ-Þ][^\s\d:.]*|of|the|and|for|de|du|la|&)(?: (?:[A-ZÀ-Þ][^\s\d:.]*|of|the|and|for|de|du|la|&))*"
)
NEAR = 5  # lines of a page of markup in which a name alone may be the byline's; further on it is a menu's
SHORTEST = 3  # letters: "AA" alone is a button for larger type
BY = re.compile(
    r"^\W{0,3}(?:by|text|words|story|author|von|par|por|(?:written|reported|reporting|text) by|autor|autorin)\b ?:?\s+",
    re.I,
)
BY_ALONE = re.compile(r"^(?:by|von|par|por)\s+(?=[A-ZÀ-Þ])", re.I)
PLACE = re.compile(r"\s+in\s+[A-ZÀ-Þ][^|/()]{1,40}")
PARTS = re.compile(r"\s*(?:[|/•·;]|\s[-–—]\s|\bwith\b|\bfor\b|\bfrom\b|[()])\s*")
AND = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b|\bog\b|\boch\b)\s*")


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


def byline_of(
    top: Iterable[str],
    persons: Iterable[str],
    outlet: str | None,
    *,
    told: Iterable[str] | None = None,
    foot: Iterable[str] = (),
) -> Byline:
    """The byline from the lines at the headline and what the metadata claim; metadata win for persons.

    ``told``: of a page of markup, the lines that are marked as byline or credit; others there are mostly menus, and are
    believed only where they are nothing but known given names and surnames, or known agencies, or say "By". ``foot``:
    who signs below the story, where nobody does above it.
    """
    claims, top = list(persons), list(top)
    near = top[:NEAR]
    lines = [line for line in top if _may_be_byline(line)]
    marked = lines if told is None else [line for line in told if _may_be_byline(line)]
    bare = lines if told is None else [line for line in lines if line in near and _is_sure(line)]
    shown = [name for line in (*marked, *bare) for name in _persons_in(line, outlet)]
    named = persons_of((claims, shown, list(foot)), names_of(outlet, None))
    claimed = [name for said in claims for name in AND.split(said) if _is_body(name, outlet)]
    credited = [*claimed, *(name for line in (*marked, *bare) for name in _credits_in(line, outlet))]
    signers = {name.casefold() for name in (*claims, *named)}  # "Stefan" by himself is no agency
    others = (one for one in credited if one.casefold() not in signers or is_organisation(one, outlet))
    return Byline(tuple(named), tuple(dict.fromkeys(others)))


def _may_be_byline(line: str) -> bool:
    return len(line) <= LONGEST and not is_aside(line) and not (next(days_in(line), None) and not BY.match(line))


def _is_sure(line: str) -> bool:
    if opened := BY_ALONE.match(line):
        return all(looks_like_name(name) for name in AND.split(line[opened.end() :]) if name)
    names = [name for name in AND.split(line) if name]
    return all(
        (is_agency(name) and len(name) >= SHORTEST) or (looks_like_name(name) and is_given(name.split()[0].title()))
        for name in names
    )


def _persons_in(line: str, outlet: str | None) -> Iterator[str]:
    if _is_credit_line(line, outlet):
        names = (name for part in _parts(line) for name in _split_names(part))
        yield from (name for name in names if looks_like_name(name) and not is_organisation(name, outlet))


def _credits_in(line: str, outlet: str | None) -> Iterator[str]:
    """The agencies of a line: known ones anywhere, and one capitalised word that stands by itself."""
    if not _is_credit_line(line, outlet):
        return
    for part in _parts(line):
        names = _split_names(part)
        alone = len(names) == 1 and _is_lone_credit(names[0])
        yield from (_agency_in(name) for name in names if alone or _is_body(name, outlet))


def _is_body(name: str, outlet: str | None) -> bool:
    """An organisation by a name of its own: "News" is none, nor "News Reporter"."""
    words = re.findall(r"\w+", name.lower())
    named = bool(TITLED.fullmatch(name)) and len(words) <= MOST_WORDS
    own = any(word not in _organisation_words() for word in words) and not any(word in _collective() for word in words)
    return is_agency(name) or is_outlet(name, outlet) or (named and own and is_organisation(name, outlet))


def _agency_in(name: str) -> str:
    """A known agency's name that ends a longer line: "Mira Hollis The Associated Press"."""
    words = name.split()
    ends = (" ".join(words[at:]) for at in range(1, len(words) - 1))
    return next((end for end in ends if is_agency(end)), name)


def _is_credit_line(line: str, outlet: str | None) -> bool:
    names = [name for part in _parts(line) for name in _split_names(part)]
    return bool(BY.match(line)) or all(_is_credit_part(name, outlet) for name in names)


def _parts(line: str) -> list[str]:
    return [part for part in PARTS.split(PLACE.sub("", BY.sub("", line))) if part]


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
    nobody = {row["word"] for row in table("credit_words") if row["kind"] == "nobody"}
    desks = {
        row["word"]
        for row in table("byline_words")
        if row["kind"] in ("desk", "account", "role", "degree", "by", "after")
    }
    return frozenset(nobody | desks | {row["word"] for row in table("sections")})


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("credit_words") if row["kind"] == "organisation")


def agency_name(name: str) -> str:
    """The usual name of a known agency, any other as it is written."""
    return agencies().get(name.lower().strip(" ."), name)


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
