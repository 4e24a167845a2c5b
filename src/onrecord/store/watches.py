"""Who wants to be told of what, what there is to tell, and how far telling got."""

from __future__ import annotations

import base64
import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import fields

from onrecord.model import Change, Delivery, Watch, WatchKind
from onrecord.store import changes
from onrecord.store.search import as_query

_DELIVERY = tuple(one.name for one in fields(Delivery))


def watch(conn: sqlite3.Connection, who: str, what: tuple[WatchKind, str, str], *, now: str) -> Watch:
    """Begins to watch, or gives the watch there is. ``what``: kind, key, label. What changed before is not told."""
    kind, key, label = what
    there = of_key(conn, who, kind, key)
    if there:
        return there
    conn.execute(
        'INSERT INTO watches (who, kind, "key", label, made, seen, feed) VALUES (?, ?, ?, ?, ?, ?, ?)',
        (who, kind, key, label, now, changes.newest(conn), secrets.token_urlsafe(24)),
    )
    made = of_key(conn, who, kind, key)
    assert made
    return made


def unwatch(conn: sqlite3.Connection, id_: int) -> None:
    """Ends a watch; what there was to tell of it goes with it."""
    conn.execute("DELETE FROM watches WHERE id = ?", (id_,))


def of_key(conn: sqlite3.Connection, who: str, kind: str, key: str) -> Watch | None:
    """Somebody's watch of one thing; None where there is none."""
    return _one(conn, 'who = ? AND kind = ? AND "key" = ?', (who, kind, key))


def by_id(conn: sqlite3.Connection, id_: int) -> Watch | None:
    """The watch of that number, or None."""
    return _one(conn, "id = ?", (id_,))


def by_feed(conn: sqlite3.Connection, secret: str) -> Watch | None:
    """The watch whose feed has that secret, or None."""
    return _one(conn, "feed = ?", (secret,))


def of_reader(conn: sqlite3.Connection, who: str) -> list[Watch]:
    """Somebody's watches, the newest first."""
    return _watches(conn, "who = ? ORDER BY id DESC", (who,))


def every(conn: sqlite3.Connection) -> list[Watch]:
    """Everybody's watches."""
    return _watches(conn, "1 ORDER BY id", ())


def set_way(conn: sqlite3.Connection, id_: int, way: str, value: str) -> None:
    """Sets where to tell a watch: ``mail`` an address, ``hook`` an address; empty for not at all.

    Only what changes from now on is told there. A hook gets a secret when it gets an address.
    """
    assert way in ("mail", "hook")
    conn.execute(f"UPDATE watches SET {way} = ? WHERE id = ?", (value, id_))
    conn.execute("DELETE FROM deliveries WHERE watch = ? AND way = ?", (id_, way))
    if value:
        begin = changes.newest(conn)
        conn.execute("INSERT INTO deliveries (watch, way, upto) VALUES (?, ?, ?)", (id_, way, begin))
    if way == "hook":
        secret = f"whsec_{_base64_secret()}" if value else ""
        conn.execute("UPDATE watches SET hook_secret = ? WHERE id = ?", (secret, id_))


def begin_mails(conn: sqlite3.Connection, id_: int) -> None:
    """Mails of a watch from when it began to be watched, to whatever address is given when they are sent."""
    began = "SELECT id, 'mail', coalesce((SELECT min(change) - 1 FROM watch_changes WHERE watch = watches.id), ?2)"
    conn.execute(
        f"INSERT OR IGNORE INTO deliveries (watch, way, upto) {began} FROM watches WHERE id = ?1",
        (id_, changes.newest(conn)),
    )


def set_paused(conn: sqlite3.Connection, id_: int, *, paused: bool) -> None:
    """Tells nothing of a watch for a while; what changes meanwhile is there when it goes on."""
    conn.execute("UPDATE watches SET paused = ? WHERE id = ?", (int(paused), id_))


def new_feed(conn: sqlite3.Connection, id_: int) -> None:
    """Gives the feed of a watch another secret: the address there was leads nowhere any more."""
    conn.execute("UPDATE watches SET feed = ? WHERE id = ?", (secrets.token_urlsafe(24), id_))


def set_seen(conn: sqlite3.Connection, who: str, upto: int) -> None:
    """Notes that somebody looked at all up to that change."""
    conn.execute("UPDATE watches SET seen = max(seen, ?) WHERE who = ?", (upto, who))


def unread(conn: sqlite3.Connection, who: str, *, most: int = 100) -> int:
    """How many changes somebody has not looked at, counted to ``most``."""
    query = (
        "SELECT count(*) FROM (SELECT DISTINCT change FROM watches JOIN watch_changes ON watch = watches.id"
        " WHERE who = ? AND change > seen LIMIT ?)"
    )
    return int(conn.execute(query, (who, most)).fetchone()[0])


def note_changes(conn: sqlite3.Connection, found: Iterable[tuple[int, int]]) -> None:
    """Keeps (watch, change): what a watch has to tell."""
    conn.executemany("INSERT OR IGNORE INTO watch_changes VALUES (?, ?)", found)


def to_tell(conn: sqlite3.Connection, id_: int, *, after: int = 0, limit: int = 50) -> list[Change]:
    """What a watch has to tell since a change, the earliest first."""
    return _of_watch(conn, f"watch = ? AND change > ? ORDER BY change LIMIT {int(limit)}", (id_, after))


def latest(conn: sqlite3.Connection, id_: int, *, limit: int = 50) -> list[Change]:
    """What a watch told or has to tell, the latest first."""
    return _of_watch(conn, f"watch = ? ORDER BY change DESC LIMIT {int(limit)}", (id_,))[::-1]


def of_inbox(conn: sqlite3.Connection, who: str, *, before: int = 0, limit: int = 50) -> list[tuple[Change, list[int]]]:
    """(change, the watches that tell it) of all that somebody watches, the newest first."""
    query = (
        "SELECT change, json_group_array(watch) AS watches FROM watch_changes JOIN watches ON watches.id = watch"
        " WHERE who = ?1 AND (?2 = 0 OR change < ?2) GROUP BY change ORDER BY change DESC LIMIT ?3"
    )
    rows = conn.execute(query, (who, before, limit)).fetchall()
    held = {one.seq: one for one in changes.by_seqs(conn, [row["change"] for row in rows])}
    return [(held[row["change"]], json.loads(row["watches"])) for row in rows]


def deliveries(conn: sqlite3.Connection, *, way: str) -> list[Delivery]:
    """How far that way of telling got, for every watch that has it."""
    rows = conn.execute("SELECT * FROM deliveries WHERE way = ? ORDER BY watch", (way,))
    return [_delivery(row) for row in rows]


def deliveries_of(conn: sqlite3.Connection, ids: Iterable[int]) -> Mapping[tuple[int, str], Delivery]:
    """{(watch, way): how far it got}."""
    query = "SELECT * FROM deliveries WHERE watch IN (SELECT value FROM json_each(?))"
    found = (_delivery(row) for row in conn.execute(query, (json.dumps(list(ids)),)))
    return {(one.watch, one.way): one for one in found}


def keep_delivery(conn: sqlite3.Connection, one: Delivery) -> None:
    """Keeps how far telling got; nothing where the watch, or that way of telling it, is there no more."""
    values = tuple(getattr(one, name) for name in _DELIVERY[2:])
    sets = ", ".join(f"{name} = ?" for name in _DELIVERY[2:])
    conn.execute(f"UPDATE deliveries SET {sets} WHERE watch = ? AND way = ?", (*values, one.watch, one.way))


def matching(conn: sqlite3.Connection, words: str, articles: Iterable[str], statements: Iterable[str]) -> set[str]:
    """Those of the articles and statements (by id) that have all the words."""
    query = as_query(words)
    if not query:
        return set()
    found: set[str] = set()
    for table, index, ids in (
        ("articles", "article_words", articles),
        ("statements", "statement_words", statements),
    ):
        rows = conn.execute(
            f"SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(?1)) AND seq IN"
            f" (SELECT rowid FROM {index} WHERE {index} MATCH ?2)",
            (json.dumps(list(ids)), query),
        )
        found.update(row["id"] for row in rows)
    return found


def _base64_secret() -> str:
    # Standard Webhooks: 24 to 64 random bytes in base64.
    return base64.b64encode(secrets.token_bytes(32)).decode("ascii")


def _one(conn: sqlite3.Connection, where: str, values: tuple[object, ...]) -> Watch | None:
    return next(iter(_watches(conn, where, values)), None)


def _watches(conn: sqlite3.Connection, where: str, values: tuple[object, ...]) -> list[Watch]:
    rows = conn.execute(f"SELECT * FROM watches WHERE {where}", values)
    return [Watch(**{**dict(row), "paused": bool(row["paused"])}) for row in rows]


def _of_watch(conn: sqlite3.Connection, where: str, values: tuple[int, ...]) -> list[Change]:
    rows = conn.execute(f"SELECT change FROM watch_changes WHERE {where}", values)
    return changes.by_seqs(conn, [row["change"] for row in rows])


def _delivery(row: sqlite3.Row) -> Delivery:
    return Delivery(**dict(row))
