"""What is followed, the articles that are looked at for it, and how hosts are treated."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from onrecord.model import Follow, Host, Look, Validators


def follow(conn: sqlite3.Connection, one: Follow) -> bool:
    """Begins to follow; False where that address is followed already, and nothing is changed."""
    return _put(conn, "INSERT OR IGNORE INTO follows", _follow_row(one)) > 0


def unfollow(conn: sqlite3.Connection, url: str) -> bool:
    """Ends following; False where nobody followed that address. What was kept stays kept."""
    return conn.execute("DELETE FROM follows WHERE url = ?", (url,)).rowcount > 0


def keep_follow(conn: sqlite3.Connection, one: Follow) -> None:
    """Puts it in the place of what was kept under its address, where it is still followed."""
    conn.execute(
        "UPDATE follows SET watched = ?, kind = ?, due = ?, fetched = ?, failures = ?, error = ?, etag = ?,"
        " modified = ?, digest = ? WHERE url = ?",
        (*_follow_row(one)[1:], one.url),
    )


def follows(conn: sqlite3.Connection) -> list[Follow]:
    """Everything that is followed, in order of address."""
    return [_follow(row) for row in conn.execute("SELECT * FROM follows ORDER BY url")]


def followed(conn: sqlite3.Connection, url: str) -> Follow | None:
    """What is followed under that address; None where nothing is."""
    row = conn.execute("SELECT * FROM follows WHERE url = ?", (url,)).fetchone()
    return _follow(row) if row else None


def follows_due(conn: sqlite3.Connection, now: str) -> list[Follow]:
    """What is to be asked for new articles, longest due first."""
    return [_follow(row) for row in conn.execute("SELECT * FROM follows WHERE due <= ? ORDER BY due, url", (now,))]


def found(
    conn: sqlite3.Connection,
    follow_url: str,
    urls: Iterable[str],
    *,
    due: str | None,
    listed: Mapping[str, str] = MappingProxyType({}),
) -> list[str]:
    """Notes the addresses of articles that are not known yet and returns those; without ``due`` none is fetched.

    ``listed``: {address: its day of publication as its list writes it}.
    """
    rows = [(url, follow_url, due, listed.get(url)) for url in urls]
    new = "INSERT OR IGNORE INTO looks (url, follow, due, failures, listed) VALUES (?, ?, ?, 0, ?)"
    return [row[0] for row in rows if conn.execute(new, row).rowcount]


def wake(conn: sqlite3.Connection, url: str, *, due: str) -> bool:
    """Makes an address that was noted and never to be fetched due; False where there is none such."""
    waking = "UPDATE looks SET due = ? WHERE url = ? AND due IS NULL AND first IS NULL"
    return conn.execute(waking, (due, url)).rowcount > 0


def known(conn: sqlite3.Connection, urls: Sequence[str]) -> set[str]:
    """Those of the addresses that are noted already."""
    rows = conn.execute("SELECT url FROM looks WHERE url IN (SELECT value FROM json_each(?))", (json.dumps(urls),))
    return {row["url"] for row in rows}


def looks_due(conn: sqlite3.Connection, now: str, *, limit: int) -> list[Look]:
    """Articles to be fetched or looked at again, longest due first."""
    rows = conn.execute("SELECT * FROM looks WHERE due <= ? ORDER BY due, rowid LIMIT ?", (now, limit))
    return [_look(row) for row in rows]


def keep_look(conn: sqlite3.Connection, one: Look) -> None:
    """Puts it in the place of what was kept under its address, where it is still looked for."""
    conn.execute(
        "UPDATE looks SET due = ?, first = ?, fetched = ?, failures = ?, error = ?, etag = ?, modified = ?, digest = ?"
        " WHERE url = ?",
        (one.due, one.first, one.fetched, one.failures, one.error, *_validators(one.validators), one.digest, one.url),
    )


def tallied(conn: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """{followed address: (articles fetched for it, articles that could not be)}; those without any are left out."""
    rows = conn.execute(
        "SELECT follow, count(first) AS fetched, count(error) AS failing FROM looks"
        " WHERE first IS NOT NULL OR error IS NOT NULL GROUP BY follow"
    )
    return {row["follow"]: (row["fetched"], row["failing"]) for row in rows}


def next_due(conn: sqlite3.Connection) -> str | None:
    """When the next thing is due; None where nothing is."""
    row = conn.execute("SELECT min(due) FROM (SELECT due FROM follows UNION ALL SELECT due FROM looks)").fetchone()
    return str(row[0]) if row[0] else None


def next_of(conn: sqlite3.Connection, url: str) -> str | None:
    """When the next thing of a followed address is due: itself, or one of its articles; None where nothing is."""
    both = "SELECT due FROM follows WHERE url = ? UNION ALL SELECT due FROM looks WHERE follow = ?"
    row = conn.execute(f"SELECT min(due) FROM ({both})", (url, url)).fetchone()
    return str(row[0]) if row[0] else None


def host(conn: sqlite3.Connection, origin: str) -> Host | None:
    """How a host is treated; None where it was never asked."""
    row = conn.execute("SELECT * FROM hosts WHERE origin = ?", (origin,)).fetchone()
    return Host(**row) if row else None


def keep_host(conn: sqlite3.Connection, one: Host) -> None:
    """Puts it in the place of what was kept under its origin."""
    row = (one.origin, one.not_before, one.failures, one.robots_rule, one.robots, one.robots_until)
    _put(conn, "INSERT OR REPLACE INTO hosts", row)


def _put(conn: sqlite3.Connection, into: str, row: Sequence[object]) -> int:
    return conn.execute(f"{into} VALUES ({', '.join('?' * len(row))})", row).rowcount


def _follow_row(one: Follow) -> tuple[object, ...]:
    state = (one.due, one.fetched, one.failures, one.error)
    return (one.url, one.watched, one.kind, *state, *_validators(one.validators), one.digest)


def _validators(one: Validators) -> tuple[str | None, str | None]:
    return one.etag, one.modified


def _follow(row: sqlite3.Row) -> Follow:
    validators = Validators(row["etag"], row["modified"])
    state = (row["due"], row["fetched"], row["failures"], row["error"])
    return Follow(row["url"], row["watched"], row["kind"], *state, validators, row["digest"])


def _look(row: sqlite3.Row) -> Look:
    validators = Validators(row["etag"], row["modified"])
    state = (row["due"], row["first"], row["fetched"], row["failures"], row["error"])
    return Look(row["url"], row["follow"], *state, validators, row["digest"], row["listed"])
