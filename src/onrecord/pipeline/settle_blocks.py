"""Which articles tell one event, where something changed: links by likeness, the blocks they make, groups in these."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from onrecord import stories
from onrecord.model import id_number
from onrecord.store import neighbours, sketches
from onrecord.store.sketches import Sketched


def link_anew(conn: sqlite3.Connection, out: Iterable[Sketched], into: Iterable[str]) -> set[str]:
    """Takes articles out of the links and others in; gives the articles whose blocks may be others now.

    ``out``: rows as they were. Of those near to one that comes in, only blocks count whose links are no stricter.
    """
    moved: set[str] = set()
    for gone in out:
        number = id_number(gone.article)
        moved |= set(sketches.names(conn, [other for other, _ in neighbours.near(conn, number)]).values())
        moved |= set(sketches.in_blocks(conn, [gone.block] if gone.block is not None else []))
        neighbours.unlink(conn, number)
        neighbours.unpost(conn, number, gone.day, _profile(gone).leading)
    for new in sketches.sketches(conn, into).values():
        moved |= {new.article} | _linked(conn, new)
        neighbours.post(conn, id_number(new.article), new.day, _profile(new).leading)
    return moved


def _linked(conn: sqlite3.Connection, new: Sketched) -> set[str]:
    """Links an article to those it is like; gives those whose blocks that may change."""
    own = _profile(new)
    days = (own.day - stories.WINDOW, own.day + stories.WINDOW) if own.day is not None else None
    found = neighbours.products(conn, own.leading, days)
    likely = [number for (number, day), product in found.items() if _may(product, own, day)]
    others = list(sketches.by_numbers(conn, likely).values())
    reached: set[str] = set()
    for other, by in zip(others, stories.likenesses(own, [_profile(one) for one in others]), strict=True):
        if by >= stories.LEVELS[0]:
            neighbours.link(conn, id_number(new.article), id_number(other.article), by)
            if other.level is None or other.level >= len(stories.LEVELS) or by >= stories.LEVELS[other.level]:
                reached.add(other.article)
    return reached


def _may(product: int, own: stories.Profile, day: int | None) -> bool:
    """True unless all shared terms were counted and make too little: without a day only leading ones are posted."""
    return own.day is None or day is None or stories.comparable(product)


def regrouped(conn: sqlite3.Connection, moved: Iterable[str]) -> list[list[str]]:
    """The articles of the blocks that may be others now, by event: those that stand for copies and versions."""
    blocks = _blocks(conn, _standing(conn, moved))
    for block in set(blocks.values()):
        sketches.keep_block(conn, block.articles, block.level)
    groups: list[list[str]] = []
    for block in sorted(set(blocks.values())):
        held = sketches.sketches(conn, block.articles)
        groups += stories.parted([_profile(one) for one in held.values()])
    return groups


def _blocks(conn: sqlite3.Connection, moved: set[str]) -> Mapping[str, stories.Block]:
    """The blocks of these articles, and of all that were in a block with one of theirs."""
    near = Near(conn)
    todo = moved | _mates(conn, moved)
    found = stories.blocks_of(sorted(todo), near.above)
    while found.keys() - todo:
        todo |= found.keys() | _mates(conn, found)
        found = stories.blocks_of(sorted(todo), near.above)
    return found


def _mates(conn: sqlite3.Connection, articles: Iterable[str]) -> set[str]:
    rows = sketches.sketches(conn, articles).values()
    return set(sketches.in_blocks(conn, {one.block for one in rows if one.block is not None}))


def _standing(conn: sqlite3.Connection, articles: Iterable[str]) -> set[str]:
    return {one.article for one in sketches.sketches(conn, articles).values() if one.standing}


class Near:
    """Links, each article's read once."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._found: dict[str, list[tuple[str, float]]] = {}

    def above(self, article: str, least: float) -> list[str]:
        """The articles at least so alike to one."""
        if article not in self._found:
            self._found[article] = neighbours.named(self._conn, id_number(article))
        return [other for other, by in self._found[article] if by >= least]


def _profile(row: Sketched) -> stories.Profile:
    return stories.Profile(row.article, row.day, row.terms, row.portrait)
