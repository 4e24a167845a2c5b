"""Versions of one article in the record, in order, and the edits between them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.edits import Edit, compare
from onrecord.model import Reading
from onrecord.store import articles, copies, pages, statements


def chains(conn: sqlite3.Connection) -> list[list[str]]:
    """The ids of all versions of each article that has several, the oldest first.

    Where it is known of every version when it was fetched, that is their order; else the one that was settled.
    """
    before, after = _steps(conn)
    found = [_chain(after, old) for old in after if old not in before]
    fetched = pages.first_fetched(conn, (one for chain in found for one in chain))
    return [_ordered(chain, fetched) for chain in found]


def chain_of(conn: sqlite3.Connection, article: str) -> list[str]:
    """The versions of one article, itself among them, the oldest first; nothing where it is the only one."""
    before, after = _steps_of(conn, article)
    chain = [*_chain(before, article)[::-1], *_chain(after, article)[1:]]
    return _ordered(chain, pages.first_fetched(conn, chain)) if len(chain) > 1 else []


def before(conn: sqlite3.Connection) -> Mapping[str, str]:
    """{article: the version before it}."""
    return {new: old for chain in chains(conn) for old, new in pairwise(chain)}


def edits(conn: sqlite3.Connection) -> Iterator[Edit]:
    """Every edit of the record."""
    for chain in chains(conn):
        yield from edits_between(conn, chain)


def edits_between(conn: sqlite3.Connection, chain: Sequence[str]) -> Iterator[Edit]:
    """The edits from each of these versions to the next."""
    held = articles.by_ids(conn, chain)
    read = [Reading(one, tuple(statements.of_article(conn, one.id))) for one in held.values()]
    for old, new in pairwise(read):
        yield compare(old, new)


def _steps(conn: sqlite3.Connection) -> tuple[dict[str, str], dict[str, str]]:
    """From a version to the one before it, and to the one after it."""
    pairs = copies.versions(conn)
    return dict(pairs), {old: new for new, old in pairs}


def _steps_of(conn: sqlite3.Connection, article: str) -> tuple[dict[str, str], dict[str, str]]:
    """The same for the versions of one article, found from one to the next."""
    before: dict[str, str] = {}
    seen: set[str] = set()
    new = {article}
    while new:
        seen |= new
        pairs = copies.versions_of(conn, new)
        before |= dict(pairs)
        new = {end for pair in pairs for end in pair} - seen
    return before, {old: later for later, old in sorted(before.items())}


def _chain(step: Mapping[str, str], first: str) -> list[str]:
    chain = [first]
    while (following := step.get(chain[-1])) and following not in chain:
        chain.append(following)
    return chain


def _ordered(chain: list[str], fetched: Mapping[str, str]) -> list[str]:
    return sorted(chain, key=lambda one: fetched[one]) if all(one in fetched for one in chain) else chain
