"""Everybody who was heard: whether a name is a person's, a body's or a party's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import KnownName, NameKind
from onrecord.parties.voice import Voice
from onrecord.text.folded import folded
from onrecord.text.names import pronoun_of_name

_ACRONYM = re.compile(r"[A-Z][A-Z.]+")


@dataclass(slots=True)
class _Heard:
    """What all voices of a name tell."""

    statements: int = 0
    for_whom: Counter[str] = field(default_factory=Counter)
    in_office: bool = False
    for_itself: bool = False
    as_party: int = 0


def everybody(voices: Iterable[tuple[Voice, int, str | None]]) -> list[KnownName]:
    """Every name that speaks or is spoken for, of (voice, statements, settled party), each once."""
    heard: defaultdict[str, _Heard] = defaultdict(_Heard)
    for voice, times, settled in voices:
        if settled:
            heard[settled].as_party += times
        if voice.name:
            _take(heard[voice.name], voice, times, settled)
    return [_known(name, one) for name, one in heard.items()]


def _take(one: _Heard, voice: Voice, times: int, settled: str | None) -> None:
    one.in_office |= bool(voice.role)
    one.for_itself |= voice.party == voice.name
    if settled != voice.name:
        one.statements += times
    if settled:
        one.for_whom[settled] += times


def _known(name: str, one: _Heard) -> KnownName:
    party = min(one.for_whom, key=lambda held: (-one.for_whom[held], held), default=None)
    return KnownName(name, _kind(name, one), party, one.statements + one.as_party, folded(name))


def _kind(name: str, one: _Heard) -> NameKind:
    """A person has an office or a given name, and may be a party alone; a party is what voices are settled on."""
    if one.in_office or pronoun_of_name(name):
        return "person"
    if one.as_party:
        return "party"
    return "body" if one.for_itself or _is_body(name) else "person"


def _is_body(name: str) -> bool:
    words = [word.strip(".,") for word in name.split()]
    return bool(_ACRONYM.fullmatch(name)) or any(word.casefold() in _nouns() for word in words)


@cache
def _nouns() -> Mapping[str, str]:
    """Words that only bodies have in their names (``knowledge/bodies.tsv``)."""
    return {row["noun"]: row["kind"] for row in table("bodies") if row["kind"] != "name"}
