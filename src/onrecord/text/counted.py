"""What a figure counts: two figures can be set side by side only where they count the same thing."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.knowledge.tables import table
from onrecord.model import Figure

PEOPLE = "people"
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Thing(NamedTuple):
    """What is counted: a noun in the singular ("people" for people of whom the scope is known) and what of it."""

    noun: str
    scope: str = ""


def thing(figure: Figure, content: str) -> Thing:
    """What a figure counts: by its unit, the words for what it counts, and all that is said where it has one scope."""
    unit = singular(figure.unit)
    state = _first_scope(figure.unit)
    if not state and not is_person(figure.unit):
        return Thing(unit)
    scope = state or _first_scope(figure.of) or _only_scope(content)
    return Thing(PEOPLE if scope else unit, scope)


def is_person(unit: str) -> bool:
    """True where the unit is a noun for people, alone or after an adjective ("border guards")."""
    words = _WORDS.findall(unit.casefold())
    return bool(words) and (words[-1] in _rows("person") or singular(words[-1]) in _singulars())


def changes_daily(scope: str) -> bool:
    """True for what becomes of people: how many are dead or missing is another number from day to day."""
    return scope in _rows("state").values()


def scopes_in(text: str) -> tuple[str, ...]:
    """The scopes that the words of a text name, each once, in order."""
    known = {**_rows("state"), **_rows("place")}
    return tuple(dict.fromkeys(known[word] for word in _WORDS.findall(text.casefold()) if word in known))


def singular(unit: str) -> str:
    """A unit without case and plural: "Border guards" as "border guard"."""
    plain = " ".join(unit.casefold().split())
    plain = re.sub(r"ies$", "y", plain)
    return re.sub(r"(?<=ch|sh|ss)es$|(?<=x)es$|(?<!s)s$", "", plain)


def _first_scope(text: str) -> str:
    return next(iter(scopes_in(text)), "")


def _only_scope(text: str) -> str:
    found = scopes_in(text)
    return found[0] if len(found) == 1 else ""


@cache
def _rows(kind: str) -> dict[str, str]:
    return {row["word"]: row["reading"] for row in table("count_scopes") if row["kind"] == kind}


@cache
def _singulars() -> frozenset[str]:
    return frozenset(map(singular, _rows("person")))
