"""Looking through what people decided: the last of it, what came since, what is about something, page by page."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Judgement, Outcome
from onrecord.store.columns import grouped
from onrecord.store.judgements import from_row, subject_of

_SIDES = "SELECT judgement, side, statement, article, spans, text FROM judged_statements WHERE judgement IN"


@dataclass(frozen=True, slots=True)
class Sought:
    """What of the log is asked for; None or empty for no bound. ``day``: YYYY-MM-DD of UTC; ``before``: a number."""

    by: str = ""
    kind: str = ""
    day: str = ""
    standing: str = ""
    statements: tuple[str, ...] | None = None
    article: str = ""
    before: int | None = None


def last(conn: sqlite3.Connection) -> int:
    """The number of the last judgement; 0 where there is none."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM judgements").fetchone()[0])


def unsettled(conn: sqlite3.Connection) -> bool:
    """Whether the last judgement was kept after the record was settled last."""
    query = "SELECT 1 FROM judgement_outcomes WHERE judgement = ?"
    number = last(conn)
    return bool(number) and conn.execute(query, (number,)).fetchone() is None


def by_ids(conn: sqlite3.Connection, ids: Iterable[int]) -> list[Judgement]:
    """The judgements of those numbers as they were given, in order of number."""
    return _judgements(conn, "id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))


def since(conn: sqlite3.Connection, id_: int) -> list[Judgement]:
    """Those kept after the one of that number, in order."""
    return _judgements(conn, "id > ?", (id_,))


def outcome(conn: sqlite3.Connection, id_: int) -> Outcome:
    """What became of a judgement; that it stands, until the record was settled after it."""
    row = conn.execute("SELECT * FROM judgement_outcomes WHERE judgement = ?", (id_,)).fetchone()
    return Outcome(row["standing"], row["why"], tuple(json.loads(row["later"]))) if row else Outcome("stands")


def sought(conn: sqlite3.Connection, asked: Sought, *, most: int) -> list[Judgement]:
    """The last of what is asked for, the latest first."""
    bounds = _bounds(asked)
    where = " AND ".join(one for one, _ in bounds) or "1"
    values = [value for _, several in bounds for value in several]
    rows = conn.execute(f"SELECT id FROM judgements WHERE {where} ORDER BY id DESC LIMIT ?", (*values, most))
    return by_ids(conn, [row["id"] for row in rows])[::-1]


def people(conn: sqlite3.Connection, *, most: int) -> list[str]:
    """Whoever decided anything, in order of name."""
    return [row["by"] for row in conn.execute('SELECT DISTINCT "by" FROM judgements ORDER BY "by" LIMIT ?', (most,))]


def undone(conn: sqlite3.Connection) -> set[int]:
    """The numbers of those that are undone now, whether the record was settled since or not."""
    rows = conn.execute("SELECT kind, \"of\" FROM judgements WHERE kind IN ('undo', 'redo') ORDER BY id")
    gone: set[int] = set()
    for row in rows:
        (gone.add if row["kind"] == "undo" else gone.discard)(row["of"])
    return gone


def decided(conn: sqlite3.Connection, statements: Sequence[str]) -> set[tuple[str, str, str | None]]:
    """(kind, statement, party) of what is decided on these statements themselves and not undone."""
    rows = conn.execute(
        "SELECT judgements.id, kind, statement, party FROM judged_statements"
        " JOIN judgements ON judgements.id = judgement"
        " WHERE statement IN (SELECT value FROM json_each(?)) AND side = 'this'",
        (json.dumps(list(statements)),),
    ).fetchall()
    gone = undone(conn) if rows else set()
    return {(row["kind"], row["statement"], row["party"]) for row in rows if row["id"] not in gone}


def named(conn: sqlite3.Connection) -> set[frozenset[str]]:
    """The pairs of names on which somebody decided whether they are one party's, and that is not undone."""
    rows = conn.execute(
        "SELECT id, party, value FROM judgements WHERE kind IN ('same_party', 'other_party')"
    ).fetchall()
    gone = undone(conn) if rows else set()
    return {frozenset((row["party"], row["value"])) for row in rows if row["id"] not in gone}


def _bounds(asked: Sought) -> list[tuple[str, tuple[object, ...]]]:
    """The conditions of what is asked for, with their values."""
    bounds: list[tuple[str, tuple[object, ...]]] = []
    for condition, value in (('"by" = ?', asked.by), ("kind = ?", asked.kind)):
        if value:
            bounds.append((condition, (value,)))
    if asked.before is not None:
        bounds.append(("id < ?", (asked.before,)))
    if asked.day:
        bounds.append(('"at" >= ? AND "at" < ?', (asked.day, f"{asked.day}T~")))
    if asked.standing:
        known = "SELECT 1 FROM judgement_outcomes WHERE judgement = judgements.id AND standing = ?"
        bounds.append((f"EXISTS ({known})", (asked.standing,)))
    if asked.statements is not None:
        about = "SELECT judgement FROM judged_statements WHERE statement IN (SELECT value FROM json_each(?))"
        bounds.append((f"id IN ({about})", (json.dumps(asked.statements),)))
    if asked.article:
        about = "SELECT judgement FROM judged_statements WHERE article = ?"
        drawn = "SELECT 1 FROM json_each(judgements.articles) WHERE value = ?"
        bounds.append((f"(id IN ({about}) OR EXISTS ({drawn}))", (asked.article, asked.article)))
    return bounds


def _judgements(conn: sqlite3.Connection, where: str, values: tuple[object, ...]) -> list[Judgement]:
    rows = conn.execute(f"SELECT * FROM judgements WHERE {where} ORDER BY id", values).fetchall()
    ids = json.dumps([row["id"] for row in rows])
    about = conn.execute(f"{_SIDES} (SELECT value FROM json_each(?)) ORDER BY judgement, n", (ids,))
    held = grouped(about, "judgement")
    return [from_row(row, [subject_of(at) for at in held.get(row["id"], [])]) for row in rows]
