"""Everybody who was heard: whether a name is a person's, a body's or a party's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.knowledge.tables import table
from onrecord.model import KnownName, NameKind
from onrecord.parties.voice import Voice
from onrecord.text.folded import folded
from onrecord.text.names import pronoun_of_name

_ACRONYM = re.compile(r"[A-Z][A-Z.]+")


class _Heard(NamedTuple):
    """A voice of a name, in how many statements, and the party it is settled on."""

    voice: Voice
    times: int
    settled: str | None


def everybody(voices: Iterable[tuple[Voice, int, str | None]]) -> list[KnownName]:
    """Every name that speaks or is spoken for, of (voice, statements, settled party), each once."""
    speaks: defaultdict[str, list[_Heard]] = defaultdict(list)
    spoken_for: Counter[str] = Counter()
    for voice, times, settled in voices:
        if voice.name:
            speaks[voice.name].append(_Heard(voice, times, settled))
        if settled:
            spoken_for[settled] += times
    every = dict.fromkeys((*speaks, *spoken_for))
    return [_known(name, speaks.get(name, ()), spoken_for[name]) for name in every]


def _known(name: str, heard: Sequence[_Heard], as_party: int) -> KnownName:
    for_whom: Counter[str] = Counter()
    for one in heard:
        for_whom[one.settled or ""] += one.times
    known = [party for party in for_whom if party]
    party = min(known, key=lambda held: (-for_whom[held], held), default=None)
    # What a party says under its own name is counted once.
    statements = as_party + sum(one.times for one in heard if one.settled != name)
    return KnownName(name, _kind(name, heard, as_party), party, statements, folded(name))


def _kind(name: str, heard: Sequence[_Heard], as_party: int) -> NameKind:
    """A person has an office or a given name, and may be a party alone; a party is what voices are settled on."""
    if pronoun_of_name(name) or any(one.voice.role for one in heard):
        return "person"
    if as_party:
        return "party"
    return "body" if _is_body(name) or any(one.voice.party == name for one in heard) else "person"


def _is_body(name: str) -> bool:
    words = [word.strip(".,") for word in name.split()]
    return bool(_ACRONYM.fullmatch(name)) or any(word.casefold() in _nouns() for word in words)


@cache
def _nouns() -> Mapping[str, str]:
    """Words that only bodies have in their names (``knowledge/bodies.tsv``)."""
    return {row["noun"]: row["kind"] for row in table("bodies") if row["kind"] != "name"}
