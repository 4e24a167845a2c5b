"""Articles that add something to an article: looked up when it is read, so that a late one changes no other.

Candidates share its strongest terms within the window of days, or are linked to it; copies and versions stand behind
the longest of them and are left out with it.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import id_number
from onrecord.store import copies, neighbours, sketches
from onrecord.store.sketches import Sketched
from onrecord.stories import WINDOW, Profile, worth_reading

TERMS = 16  # the strongest of an article by which others are looked up
CANDIDATES = 40  # of those the ones that share most are compared
LEAST = 0.4  # on a scale where people's ratings run from 0, unrelated, to 1, the same story
LOOKED_AT = 4_000  # articles: no further term is looked up after so many, or a page of a large record would be slow
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Related:
    """An article, and how related it is: 0.0 (nothing in common) to 1.0 (the same event, told alike)."""

    article: str
    by: float


def related_articles(conn: sqlite3.Connection, article: str) -> tuple[Related, ...]:
    """Up to six articles that add something to this one, the most related first; none where it is not settled yet."""
    own = sketches.sketches(conn, [article]).get(article)
    if own is None:
        return ()
    same = _same(conn, article)
    found = sketches.by_numbers(conn, _candidates(conn, own)).values()
    others = [_profile(one) for one in found if one.article not in same]
    return tuple(Related(id_, by) for id_, by in worth_reading(_profile(own), others, LEAST, SHOWN)) if others else ()


def _candidates(conn: sqlite3.Connection, own: Sketched) -> Iterable[int]:
    days = (own.day - WINDOW, own.day + WINDOW) if own.day is not None else None
    shared: Counter[int] = Counter()
    looked = 0
    for term in own.terms[:TERMS]:
        found = neighbours.products(conn, [term], days)
        shared.update({number: product for (number, _), product in found.items()})
        looked += len(found)
        if looked > LOOKED_AT:
            break
    linked = sorted(neighbours.near(conn, id_number(own.article)), key=lambda one: (-one[1], one[0]))
    ranked = sorted(shared, key=lambda one: (-shared[one], one))
    return {*ranked[:CANDIDATES], *(number for number, _ in linked[:CANDIDATES])}


def _same(conn: sqlite3.Connection, article: str) -> set[str]:
    """The article, its copies and its versions, and theirs."""
    held: set[str] = set()
    new = {article}
    while new:
        held |= new
        edges = [(one.article, one.of) for one in copies.copies_of(conn, new)]
        new = {end for pair in (*edges, *copies.versions_of(conn, new)) for end in pair} - held
    return held


def _profile(row: Sketched) -> Profile:
    return Profile(row.article, row.day, row.terms, row.portrait)
