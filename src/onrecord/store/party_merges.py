"""Which names are held to be other names of a party, how sure that is, and why."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.model import PartyMerge


def keep_merges(conn: sqlite3.Connection, found: Iterable[PartyMerge]) -> None:
    """Puts these in the place of what there is; rows that stay the same are not written."""
    now = {(one.name, one.party): one for one in found}
    was = {(one.name, one.party): one for one in merges(conn)}
    conn.executemany("DELETE FROM party_merges WHERE name = ? AND party = ?", sorted(was.keys() - now.keys()))
    rows = ((one.name, one.party, one.sure, one.why) for pair, one in now.items() if was.get(pair) != one)
    conn.executemany("INSERT OR REPLACE INTO party_merges VALUES (?, ?, ?, ?)", rows)


def merges(conn: sqlite3.Connection) -> list[PartyMerge]:
    """All of them, by name and the surest first."""
    return _rows(conn, "", ())


def merges_of(conn: sqlite3.Connection, name: str) -> list[PartyMerge]:
    """Those that have this on either side, whatever its case."""
    where = "WHERE name = ?1 COLLATE NOCASE OR party = ?1 COLLATE NOCASE"
    return _rows(conn, where, (name,))


def _rows(conn: sqlite3.Connection, where: str, given: tuple[str, ...]) -> list[PartyMerge]:
    query = f"SELECT name, party, sure, why FROM party_merges {where} ORDER BY name, sure DESC, party"
    return [PartyMerge(*row) for row in conn.execute(query, given)]
