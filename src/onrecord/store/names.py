"""Everybody who was heard, each name once: a person, a body or a party, for whom, and in how many statements."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model import KnownName, NameKind

_PLAIN = ("kind", "party", "statements", '"key"')


class HeardAs(NamedTuple):
    """In what office a name was heard, for whom, how often, and from when until when (days of publication)."""

    name: str
    role: str | None
    party: str | None
    statements: int
    first: str | None
    last: str | None


def keep_names(conn: sqlite3.Connection, found: Iterable[KnownName]) -> None:
    """Puts these in the place of what there is; rows that stay the same are not written."""
    now = {one.name: one for one in found}
    was = {row[0]: KnownName(*row) for row in conn.execute(f"SELECT name, {', '.join(_PLAIN)} FROM names")}
    conn.executemany("DELETE FROM names WHERE name = ?", ((name,) for name in was.keys() - now.keys()))
    rows = (
        (one.name, one.kind, one.party, one.statements, one.key) for one in now.values() if was.get(one.name) != one
    )
    conn.executemany("INSERT OR REPLACE INTO names VALUES (?, ?, ?, ?, ?)", rows)


def listed(
    conn: sqlite3.Connection, kind: NameKind, words: Sequence[str], at: tuple[int, int], *, by_name: bool = False
) -> list[KnownName]:
    """Names of a kind whose key has all the words, most heard first, or in order of the alphabet.

    ``at``: how many, and after how many.
    """
    order = '"key", name' if by_name else 'statements DESC, "key", name'
    query = (
        f"SELECT name, {', '.join(_PLAIN)} FROM names WHERE kind = ?1 AND {_having('?2')}"
        f" ORDER BY {order} LIMIT ?3 OFFSET ?4"
    )
    return [KnownName(*row) for row in conn.execute(query, (kind, json.dumps(list(words)), *at))]


def counted(conn: sqlite3.Connection, *, words: Sequence[str] = ()) -> dict[str, int]:
    """{kind: names whose key has all the words}."""
    query = f"SELECT kind, count(*) AS times FROM names WHERE {_having('?1')} GROUP BY kind"
    return {row["kind"]: row["times"] for row in conn.execute(query, (json.dumps(list(words)),))}


def named(conn: sqlite3.Connection, name: str) -> KnownName | None:
    """What is known of a name; None where nobody of that name was heard."""
    row = conn.execute(f"SELECT name, {', '.join(_PLAIN)} FROM names WHERE name = ?", (name,)).fetchone()
    return KnownName(*row) if row else None


def every(conn: sqlite3.Connection) -> list[str]:
    """All names, in order."""
    return [row["name"] for row in conn.execute("SELECT name FROM names ORDER BY name")]


def offices(conn: sqlite3.Connection, name: str, limit: int) -> list[HeardAs]:
    """In what offices a name was heard, of the most frequent the latest first."""
    found = _heard(conn, "name = ?1 COLLATE NOCASE AND role IS NOT NULL", (name, limit))
    return sorted(found, key=lambda one: one.last or "", reverse=True)


def mouths(conn: sqlite3.Connection, party: str, limit: int) -> list[HeardAs]:
    """Who speaks for a party, and in what office, most often first."""
    return _heard(conn, "settled = ?1 COLLATE NOCASE AND name IS NOT NULL AND name <> settled", (party, limit))


def speaks_for(conn: sqlite3.Connection, name: str) -> list[tuple[str, int]]:
    """(party, statements) of a name, most often first."""
    rows = conn.execute(
        "SELECT settled, sum(times) AS times FROM voices WHERE name = ? COLLATE NOCASE AND settled IS NOT NULL"
        " AND times > 0 GROUP BY settled ORDER BY times DESC, settled",
        (name,),
    )
    return [(row["settled"], row["times"]) for row in rows]


def _having(words: str) -> str:
    """Where the key has every word of a JSON list."""
    return f'NOT EXISTS (SELECT 1 FROM json_each({words}) WHERE instr(names."key", value) = 0)'


def _heard(conn: sqlite3.Connection, where: str, values: tuple[object, ...]) -> list[HeardAs]:
    """The most frequent ways of naming; only of these the days are looked up."""
    days = (
        "SELECT {}(listings.day) FROM json_each(top.ids) AS one CROSS JOIN article_voices AS held"
        " ON held.voice = one.value CROSS JOIN listings ON listings.id = held.article"
    )
    rows = conn.execute(
        "WITH top AS (SELECT name, role, settled, sum(times) AS times, json_group_array(id) AS ids FROM voices"
        f" WHERE {where} AND times > 0 GROUP BY name, role, settled ORDER BY times DESC, name, role LIMIT ?2)"
        f" SELECT name, role, settled, times, ({days.format('min')}), ({days.format('max')}) FROM top",
        values,
    )
    return [HeardAs(*row) for row in rows]
