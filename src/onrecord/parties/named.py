"""The names a party goes by, to find it in what others say of it."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Statement
from onrecord.parties.countries import names_by_country
from onrecord.parties.same import parts
from onrecord.parties.short import bodies


def names_of(statements: Iterable[Statement]) -> dict[str, frozenset[str]]:
    """{party: its names}, from settled statements: the full name, a firm's without its last word, and all countries."""
    speaking = {part for one in statements for part in parts(one.speaker.party or "")}
    found = dict(names_by_country())
    for party in sorted(speaking):
        found[party] = frozenset({party, *_short(party), *found.get(party, ())})
    return found


def _short(party: str) -> list[str]:
    *head, last = party.split()
    return [" ".join(head)] if head and last.casefold() in bodies("firm") | bodies("name") else []
