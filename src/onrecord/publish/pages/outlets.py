"""The outlets: how much of each is on record, how often it is first, whom it copies, what it corrected."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from onrecord.origins.kin import owners
from onrecord.publish.addresses import Addresses
from onrecord.publish.edited import views
from onrecord.publish.paging import paged
from onrecord.publish.pulse import pulse
from onrecord.publish.rendering import render
from onrecord.publish.versions import edits_between
from onrecord.store import articles as held_articles
from onrecord.store import claims as held_claims
from onrecord.store import copies as held_copies
from onrecord.store import outlets as held
from onrecord.store.outlets import OutletCount
from onrecord.text.letters import oddities

ARTICLES = 40
MOST = 300  # outlets in one list
EDITS = 4
NOTES = 8
FIRSTS = 8
TIES = 15


@dataclass(frozen=True, slots=True)
class Corrected:
    """An article with the correction that its page carries."""

    article: str
    headline: str
    day: str | None
    text: str


def outlets_page(conn: sqlite3.Connection, to: Addresses) -> str:
    """Every outlet in numbers, the one with most articles first."""
    every = held.outlets(conn)
    edits = held.edits(conn)
    values = {"outlets": every[:MOST], "hidden": max(0, len(every) - MOST), "edits": edits}
    return render("outlets.html", to, values)


def outlet_page(conn: sqlite3.Connection, to: Addresses, name: str, *, page: str = "") -> str | None:
    """One outlet and its articles; None where there is no such outlet."""
    found = held.outlet(conn, name)
    if found is None:
        return None
    at = paged(page, found.articles, size=ARTICLES)
    listed = held_articles.listed_by_ids(conn, held.articles(conn, name, at.size, at.offset))
    newest = sorted(listed.values(), key=lambda one: one.day or "", reverse=True)
    edges = {edge.article: edge for edge in held_copies.copies_of(conn, listed)}
    values = {"outlet": found, "at": at, "articles": newest, "edges": edges, "odd": oddities(name)}
    return render("outlet.html", to, values | (_about(conn, found) if at.number == 1 else {}))


def _about(conn: sqlite3.Connection, outlet: OutletCount) -> dict[str, object]:
    """What the first page tells of an outlet beside its articles."""
    name = outlet.name
    firsts = held.firsts(conn, name, FIRSTS)
    wordings = {one.id: one for one in held_claims.by_ids(conn, (one.claim for one in firsts))}
    return {
        "owner": owners().get(name.casefold()),
        "pulse": pulse(held.days(conn, name).items()),
        "copies_of": held.copies_of(conn, name)[:TIES],
        "copied_by": held.copied_by(conn, name)[:TIES],
        "agencies": held.agencies(conn, name)[:TIES],
        "firsts": [(wordings[one.claim], one.day) for one in firsts if one.claim in wordings],
        "edits": [
            view for pair in held.edited(conn, name, EDITS) for view in views(conn, edits_between(conn, pair[::-1]))
        ],
        "edited": held.edits(conn).get(name, 0),
        "notes": corrections(conn, name),
    }


def corrections(conn: sqlite3.Connection, name: str) -> list[Corrected]:
    """The notes of correction on an outlet's pages, newest first."""
    found = held_articles.by_ids(conn, held.corrected(conn, name, NOTES))
    return [
        Corrected(one.id, one.headline, one.published.value, note.text)
        for one in found.values()
        for note in one.notes
        if note.kind == "correction"
    ]


def pages_of(conn: sqlite3.Connection) -> dict[str, int]:
    """{outlet: its pages}."""
    return {one.name: paged("", one.articles, size=ARTICLES).pages for one in held.outlets(conn)}
