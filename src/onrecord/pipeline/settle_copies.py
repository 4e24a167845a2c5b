"""Copies and versions of the articles that are touched, and of those they reach: found by prints, compared once."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from onrecord import judging, origins
from onrecord.model import Copy, Decided, id_number
from onrecord.store import articles, copies, overlaps, sketches
from onrecord.store.overlaps import Overlapped
from onrecord.store.sketches import Sketched

HELD = 400  # articles whose runs of words are kept at hand while others are compared with them

Holders = dict[int, list[int]]


class Compared:
    """Runs of words of the articles last compared, so that one with many partners is read once."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._held: dict[str, origins.Traits] = {}

    def traits(self, article: str) -> origins.Traits:
        """What an article is compared by."""
        if article not in self._held:
            found = articles.article(self._conn, article)
            assert found, "what is in the index is in the record"
            if len(self._held) >= HELD:
                del self._held[next(iter(self._held))]
            self._held[article] = origins.traits(found)
        return self._held[article]


def crowds(conn: sqlite3.Connection, prints: Iterable[int]) -> Holders:
    """{print: the first of its holders}: all of them where they are no crowd, else one more than that."""
    return {one: sketches.holders(conn, one, most=origins.CROWD + 1) for one in prints}


def turned(before: Holders, after: Holders) -> tuple[set[int], set[int]]:
    """Articles that may have new partners, as a print is no crowd's any more or has another hub; and those that may
    only have lost some, as it became a crowd's or they are its hub no more."""
    anew: set[int] = set()
    lost: set[int] = set()
    for one, now in after.items():
        was = before[one]
        if len(was) > origins.CROWD >= len(now):
            anew.update(now)
        elif len(now) > origins.CROWD >= len(was):
            lost.update(was)
        elif len(now) > origins.CROWD:
            anew.update(set(now[: origins.HUBS]) - set(was[: origins.HUBS]))
            lost.update(set(was[: origins.HUBS]) - set(now[: origins.HUBS]))
    return anew, lost


def thin_out(conn: sqlite3.Connection, several: Iterable[str]) -> set[str]:
    """Drops what these articles share with others that are not worth comparing any more; gives both ends of it."""
    held = overlaps.overlaps(conn, several)
    rows = sketches.sketches(conn, {side for one in held for side in (one.article, one.of)})
    gone = [one for one in held if not _worth(conn, rows[one.article], rows[one.of])]
    overlaps.drop_overlaps(conn, gone)
    return {side for one in gone for side in (one.article, one.of)}


def _worth(conn: sqlite3.Connection, one: Sketched, other: Sketched) -> bool:
    both = {id_number(one.article), id_number(other.article)}
    shared = 0
    for found in set(one.prints) & set(other.prints):
        holding = sketches.holders(conn, found, most=origins.CROWD + 1)
        shared += len(holding) <= origins.CROWD or not both.isdisjoint(holding[: origins.HUBS])
    return origins.worth(_sketch(one), _sketch(other), shared)


def overlap_anew(conn: sqlite3.Connection, anew: Iterable[str]) -> set[str]:
    """Finds what these articles share with others, in the place of what is kept; gives all that this is about."""
    anew = sorted(anew)
    before = overlaps.overlaps(conn, anew)
    overlaps.drop_overlaps(conn, before)
    compared, seen = Compared(conn), set[frozenset[str]]()
    for one in sketches.sketches(conn, anew).values():
        for other in _partners(conn, one):
            pair = frozenset((one.article, other))
            if pair not in seen:
                seen.add(pair)
                _compare(conn, compared, min(pair), max(pair))
    return {side for one in (*before, *overlaps.overlaps(conn, anew)) for side in (one.article, one.of)}


def _compare(conn: sqlite3.Connection, compared: Compared, one: str, other: str) -> None:
    found = origins.overlap(compared.traits(one), compared.traits(other))
    if found:
        row = Overlapped(found.article, found.of, found.share, found.relation, found.why)
        overlaps.keep_overlaps(conn, [row])


def _partners(conn: sqlite3.Connection, one: Sketched) -> list[str]:
    """The articles worth comparing with one: they share enough prints that no crowd has, or of which one is a hub."""
    shared: Counter[int] = Counter()
    for found in one.prints:
        holding = sketches.holders(conn, found, most=origins.CROWD + 1)
        if len(holding) > origins.CROWD:
            hubs = holding[: origins.HUBS]
            holding = sketches.holders(conn, found) if id_number(one.article) in hubs else hubs
        shared.update(holding)
    others = sketches.by_numbers(conn, shared)
    own = _sketch(one)
    return [id_ for id_, row in others.items() if origins.worth(own, _sketch(row), shared[id_number(id_)])]


def _sketch(row: Sketched) -> origins.Sketch:
    return origins.Sketch(row.article, row.prints, row.address, row.home, row.late)


def chain_anew(conn: sqlite3.Connection, near: Iterable[str]) -> set[str]:
    """Puts the versions of pages in order again; gives the articles that have other neighbours in it than before."""
    moved: set[str] = set()
    for group in _groups(near, lambda one: same_page(conn, one)):
        was = set(copies.versions_of(conn, group))
        now = set(origins.in_time(_sketch(one) for one in sketches.sketches(conn, group).values()))
        copies.drop_versions(conn, was - now)
        copies.keep_copies(conn, (), sorted(now - was))
        moved.update(one for pair in was ^ now for one in pair)
    return moved


def same_page(conn: sqlite3.Connection, article: str) -> set[str]:
    """The articles that are versions of the same page as this one, as far as it shows itself."""
    row = sketches.sketches(conn, [article]).get(article)
    at = sketches.at_address(conn, row.address) if row else []
    alike = (one for one in overlaps.overlaps(conn, [article]) if one.relation is None)
    return {*at, *(side for one in alike for side in (one.article, one.of))}


def copy_anew(conn: sqlite3.Connection, near: Iterable[str], decided: Decided) -> set[str]:
    """Gives articles the edge to what they repeat most again; gives both ends of all edges that changed."""
    given = {*near} | {edge.article for edge in decided.copies if edge.of in {*near}}
    held = sketches.known(conn, given)
    pages = Pages(conn)
    moved: set[str] = set()
    for one in sorted(held):
        was = {edge for edge in copies.copies_of(conn, [one]) if edge.article == one}
        now = set(_edges(conn, one, pages, decided))
        copies.drop_copies(conn, was - now)
        copies.keep_copies(conn, sorted(now - was, key=lambda edge: edge.of), ())
        moved.update(side for edge in was ^ now for side in (edge.article, edge.of))
    return moved


def _edges(conn: sqlite3.Connection, article: str, pages: Pages, decided: Decided) -> tuple[Copy, ...]:
    rows = [one for one in overlaps.overlaps(conn, [article]) if one.article == article and one.relation]
    apart = [origins.Overlap(*one) for one in rows if one.of not in pages.group(article)]
    own = tuple(edge for edge in decided.copies if edge.article == article)
    known = sketches.known(conn, [article, *(edge.of for edge in own)])
    return judging.ruled_copies(origins.best(apart), replace(decided, copies=own), known)


class Pages:
    """The versions of a page, each group looked for once."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._found: dict[str, frozenset[str]] = {}

    def group(self, article: str) -> frozenset[str]:
        """The versions of the page of an article, itself among them."""
        if article not in self._found:
            (group,) = _groups([article], lambda one: same_page(self._conn, one))
            self._found |= dict.fromkeys(group, group)
        return self._found[article]


def bundles(conn: sqlite3.Connection, near: Iterable[str]) -> Iterator[frozenset[str]]:
    """The groups of copies and versions to which these articles belong; one without any is a group of its own."""
    return _groups(near, lambda one: _repeats(conn, one))


def _repeats(conn: sqlite3.Connection, article: str) -> set[str]:
    edges = copies.copies_of(conn, [article])
    pairs = copies.versions_of(conn, [article])
    return {*(side for edge in edges for side in (edge.article, edge.of)), *(one for pair in pairs for one in pair)}


def _groups(starts: Iterable[str], near: Callable[[str], set[str]]) -> Iterator[frozenset[str]]:
    """What hangs together with each of the starts, each group once."""
    seen: set[str] = set()
    for start in sorted(starts):
        if start not in seen:
            reached, edge = {start}, [start]
            while edge:
                new = near(edge.pop()) - reached
                reached |= new
                edge += sorted(new)
            seen |= reached
            yield frozenset(reached)
