"""What changed, only ever added to, and whom each change is about."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import asdict, replace
from typing import Any

from onrecord.model import Change, content_id

_COLUMNS = ("kind", "cause", "on", "at", "id", "seq")
Keys = Collection[tuple[str, str]]


def keep_change(conn: sqlite3.Connection, one: Change, keys: Keys) -> Change | None:
    """Keeps a change; None where it is what was told last of that very thing, so that it is told once.

    ``keys``: (claim, story or party; an id or a name) that it is about.
    """
    about = one.statements if one.kind in ("position", "status", "figure") else ()
    told = (one.kind, one.aspect, one.before or "", one.after or "", one.article, ",".join(one.others))
    id_ = content_id("change", *told, *sorted(about), str(one.judgement or ""))
    if conn.execute("SELECT 1 FROM changes WHERE id = ?", (id_,)).fetchone():
        last = _last_of(conn, one.aspect)
        if last == id_ or _same_again(conn, last, one):
            return None
        id_ = content_id(id_, last)  # it was so, was otherwise since, and is so again
    kept = replace(one, id=id_)
    told_of = {name: value for name, value in asdict(kept).items() if name not in _COLUMNS}
    shape = {name: value for name, value in told_of.items() if value not in ("", None, (), 0)}
    row = (id_, one.kind, one.cause, one.aspect, one.on, one.at, json.dumps(shape, ensure_ascii=False))
    made = conn.execute(
        'INSERT INTO changes (id, kind, cause, aspect, "on", "at", shape) VALUES (?, ?, ?, ?, ?, ?, ?)', row
    )
    kept = replace(kept, seq=int(made.lastrowid or 0))
    rows = {(kind, key.casefold() if kind == "party" else key, kept.seq) for kind, key in keys}
    conn.executemany("INSERT OR IGNORE INTO change_keys VALUES (?, ?, ?)", rows)
    return kept


def of_keys(
    conn: sqlite3.Connection, kind: str, keys: Iterable[str], *, limit: int = 50, before: int = 0
) -> list[Change]:
    """The changes about a claim, story or party under any of these ids or names, newest first; not those of rules."""
    query = (
        "SELECT changes.* FROM changes WHERE cause <> 'rules' AND (?4 = 0 OR seq < ?4) AND seq IN (SELECT change"
        ' FROM change_keys WHERE kind = ?1 AND "key" IN (SELECT value FROM json_each(?2))) ORDER BY seq DESC LIMIT ?3'
    )
    asked = json.dumps([one.casefold() if kind == "party" else one for one in keys])
    return [from_row(row) for row in conn.execute(query, (kind, asked, limit, before))]


def of_kind(conn: sqlite3.Connection, kind: str, *, limit: int = 50) -> list[Change]:
    """The changes of a kind, newest first; not those of rules."""
    query = "SELECT * FROM changes WHERE kind = ? AND cause <> 'rules' ORDER BY seq DESC LIMIT ?"
    return [from_row(row) for row in conn.execute(query, (kind, limit))]


def since(conn: sqlite3.Connection, day: str, *, limit: int = 10_000, rules: bool = False) -> list[Change]:
    """The changes worked out on that day (YYYY-MM-DD, UTC) or later, oldest first."""
    where = "" if rules else " AND cause <> 'rules'"
    query = f'SELECT * FROM changes WHERE "at" >= ?{where} ORDER BY seq LIMIT ?'
    return [from_row(row) for row in conn.execute(query, (day, limit))]


def onward(
    conn: sqlite3.Connection, about: tuple[str, Iterable[str]] | None, bounds: tuple[int, str], *, limit: int
) -> list[Change]:
    """The changes after a number and worked out on a day or later (``bounds``; 0 and empty for none), in order.

    ``about``: a claim, story or party, under any of its ids or names. Not those of rules.
    """
    after, day = bounds
    where = "cause <> 'rules' AND seq > ?1 AND \"at\" >= ?2"
    if about is None:
        rows = conn.execute(f"SELECT * FROM changes WHERE {where} ORDER BY seq LIMIT ?3", (after, day, limit))
        return [from_row(row) for row in rows]
    kind, keys = about
    asked = json.dumps([one.casefold() if kind == "party" else one for one in keys])
    named = 'SELECT change FROM change_keys WHERE kind = ?4 AND "key" IN (SELECT value FROM json_each(?5))'
    query = f"SELECT * FROM changes WHERE {where} AND seq IN ({named}) ORDER BY seq LIMIT ?3"
    return [from_row(row) for row in conn.execute(query, (after, day, limit, kind, asked))]


def by_seqs(conn: sqlite3.Connection, seqs: Collection[int]) -> list[Change]:
    """The changes of these numbers, in order."""
    query = "SELECT * FROM changes WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq"
    return [from_row(row) for row in conn.execute(query, (json.dumps(list(seqs)),))]


def newest(conn: sqlite3.Connection) -> int:
    """The number of the last change; 0 where there is none."""
    return int(conn.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()[0])


def from_row(row: sqlite3.Row) -> Change:
    """The change of a row of the table."""
    shape: dict[str, Any] = json.loads(row["shape"])
    for name in ("statements", "others"):
        shape[name] = tuple(shape.get(name, ()))
    return Change(**shape, **{name: row[name] for name in _COLUMNS})


def articles_added(conn: sqlite3.Connection, ids: Collection[str]) -> dict[str, str]:
    """{article: when its page was added}; UTC, ISO 8601."""
    query = (
        "SELECT articles.id, pages.added FROM articles JOIN pages ON pages.digest = articles.page"
        " WHERE articles.id IN (SELECT value FROM json_each(?))"
    )
    return {row["id"]: row["added"] for row in conn.execute(query, (json.dumps(list(ids)),))}


def _last_of(conn: sqlite3.Connection, aspect: str) -> str:
    query = "SELECT id FROM changes WHERE aspect = ? ORDER BY seq DESC LIMIT 1"
    return str(conn.execute(query, (aspect,)).fetchone()["id"])


def _same_again(conn: sqlite3.Connection, last: str, one: Change) -> bool:
    """Whether the last change of its aspect says the same, under a number of its own."""
    row = conn.execute("SELECT * FROM changes WHERE id = ?", (last,)).fetchone()
    held = from_row(row)
    return (held.kind, held.before, held.after, held.statements) == (one.kind, one.before, one.after, one.statements)
