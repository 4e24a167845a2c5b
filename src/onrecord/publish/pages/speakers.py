"""Everybody on record, people, bodies and parties apart: those heard most, or in order of the alphabet."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import cast, get_args

from onrecord.model import NameKind
from onrecord.publish.addresses import Addresses
from onrecord.publish.paging import Paged, paged
from onrecord.publish.rendering import render
from onrecord.store import names
from onrecord.text.folded import folded
from onrecord.text.letters import oddities

SIZE = 60
KINDS = {"person": "People", "body": "Bodies", "party": "Parties"}
BY_NAME = "name"
MOST_LETTERS = 80
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """Which names are listed, as typed in an address; ``name``: those in whose name its words stand."""

    kind: str = ""
    order: str = ""
    name: str = ""
    page: str = ""


ALL = Asked()


def speakers_page(conn: sqlite3.Connection, to: Addresses, *, wanted: Asked = ALL) -> str:
    """Everybody of a kind, whatever the case and the accents of what was typed."""
    kind, order = wanted.kind, wanted.order
    asked = wanted.name[:MOST_LETTERS].strip()
    words = folded(asked).split()[:MOST_WORDS]
    counts = names.counted(conn, words=words)
    shown = chosen(kind, counts)
    at = paged(wanted.page, counts.get(shown, 0), size=SIZE)
    found = names.listed(conn, shown, words, (at.size, at.offset), by_name=order == BY_NAME)
    values = {
        "kind": shown,
        "kinds": [(one, word, counts.get(one, 0)) for one, word in KINDS.items()],
        "order": BY_NAME if order == BY_NAME else "",
        "asked": asked,
        "names": [(one, oddities(one.name)) for one in found],
        "at": at,
    }
    return render("speakers.html", to, values)


def chosen(kind: str, counts: dict[str, int]) -> NameKind:
    """The kind that was asked for; people where it is none, or the first of which there are any."""
    if kind in get_args(NameKind):
        return cast(NameKind, kind)
    return cast(NameKind, next((one for one in KINDS if counts.get(one)), "person"))


def pages_of(conn: sqlite3.Connection) -> dict[str, Paged]:
    """{kind: its pages}."""
    counts = names.counted(conn)
    return {kind: paged("", counts.get(kind, 0), size=SIZE) for kind in KINDS}
