"""What people say of statements in the place of their reading; laid over it wherever statements are loaded."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from onrecord.model import Correction, Speaker, Statement, When
from onrecord.store.columns import as_list, from_list

FEW = 500  # statements whose corrections are asked for by name


def corrections(conn: sqlite3.Connection) -> list[Correction]:
    """All of them, by statement id."""
    return [_correction(row) for row in conn.execute("SELECT * FROM corrections ORDER BY statement")]


def keep_corrections(conn: sqlite3.Connection, all_of_them: Iterable[Correction]) -> None:
    """Puts these in the place of those that were kept; rows that stay the same are not written."""
    now = {one.statement: one for one in all_of_them}
    was = {one.statement: one for one in corrections(conn)}
    changed = {id_ for id_ in now.keys() | was.keys() if now.get(id_) != was.get(id_)}
    conn.executemany("DELETE FROM corrections WHERE statement = ?", ((id_,) for id_ in sorted(changed & was.keys())))
    rows = (_columns(now[id_]) for id_ in sorted(changed & now.keys()))
    conn.executemany("INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def laid_over(conn: sqlite3.Connection, read: list[Statement]) -> list[Statement]:
    """The statements as people corrected them."""
    if len(read) > FEW:
        rows = conn.execute("SELECT * FROM corrections").fetchall()
    else:
        named = json.dumps([one.id for one in read])
        query = "SELECT * FROM corrections WHERE statement IN (SELECT value FROM json_each(?))"
        rows = conn.execute(query, (named,)).fetchall()
    found = {row["statement"]: _correction(row) for row in rows}
    return [found[one.id].laid_over(one) if one.id in found else one for one in read]


def _columns(one: Correction) -> tuple[object, ...]:
    who, when = one.speaker, one.said_on
    speaker = (1, who.name, who.role, who.party, who.why) if who else (0, None, None, None, None)
    return one.statement, *speaker, one.stance, when and when.value, when and as_list(when.reasons)


def _correction(row: sqlite3.Row) -> Correction:
    speaker = Speaker(row["speaker"], row["role"], row["party"], row["why"]) if row["of_speaker"] else None
    said_on = When(row["said_on"], "day", 1.0, from_list(row["said_on_reasons"])) if row["said_on"] else None
    return Correction(row["statement"], speaker, row["stance"], said_on)
