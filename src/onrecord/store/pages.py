"""Pages: the bytes as they came in, once each, and every capture of them."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.model import Capture
from onrecord.text.addresses import address_key

MAX_HEADERS = 200
MAX_HEADER = 8_000


class Kept(NamedTuple):
    """A capture as it is kept: of which page (its digest), under which name it was given, when (UTC, ISO 8601)."""

    page: str
    input: str
    added: str
    capture: Capture = Capture()


class Evidence(NamedTuple):
    """What stands behind an article: its page's size in bytes and every capture of it, the first to come in first."""

    size: int
    captures: tuple[Kept, ...]

    def behind(self, url: str | None) -> Kept | None:
        """The capture that an article at that address was read from: the first of that address, else the first."""
        same = (one for one in self.captures if url and address_key(one.capture.url) == address_key(url))
        return next(same, next(iter(self.captures), None))


def page_bytes(conn: sqlite3.Connection, digest: str) -> bytes | None:
    """The bytes of a page as they came in; None where they were not kept. Raises zlib.error where they are damaged."""
    row = conn.execute("SELECT packed FROM pages WHERE digest = ?", (digest,)).fetchone()
    return zlib.decompress(row["packed"]) if row else None


def digests(conn: sqlite3.Connection, *, of: Iterable[str] | None = None) -> list[str]:
    """The pages in order of arrival: all of them, or those that give one ``of`` these articles."""
    query = "SELECT digest FROM pages"
    if of is None:
        return [row["digest"] for row in conn.execute(f"{query} ORDER BY rowid")]
    of_them = "SELECT page FROM finds WHERE article IN (SELECT value FROM json_each(?1))"
    own = "SELECT page FROM articles WHERE id IN (SELECT value FROM json_each(?1))"
    rows = conn.execute(f"{query} WHERE digest IN ({of_them} UNION {own}) ORDER BY rowid", (json.dumps(list(of)),))
    return [row["digest"] for row in rows]


def evidence(conn: sqlite3.Connection, pages: Iterable[str]) -> Mapping[str, Evidence]:
    """{digest: what is kept of it}, for the pages that are kept."""
    wanted = json.dumps(list(dict.fromkeys(pages)))
    sizes = conn.execute("SELECT digest, size FROM pages WHERE digest IN (SELECT value FROM json_each(?))", (wanted,))
    held: dict[str, list[Kept]] = {}
    for one in _kept(conn, "page IN (SELECT value FROM json_each(?))", (wanted,)):
        held.setdefault(one.page, []).append(one)
    return {row["digest"]: Evidence(row["size"], tuple(held.get(row["digest"], ()))) for row in sizes}


def captures(conn: sqlite3.Connection) -> Iterator[Kept]:
    """Every capture, in order of arrival."""
    return _kept(conn, "1", ())


def last_added(conn: sqlite3.Connection) -> str | None:
    """When the last capture came in; None where none did."""
    row = conn.execute("SELECT added FROM captures ORDER BY seq DESC LIMIT 1").fetchone()
    return row["added"] if row else None


def first_fetched(conn: sqlite3.Connection, articles: Iterable[str]) -> Mapping[str, str]:
    """{article: when a page that gives it was first fetched}, for those that were."""
    rows = conn.execute(
        "SELECT finds.article, min(captures.fetched) AS at FROM finds JOIN captures ON captures.page = finds.page"
        " WHERE finds.article IN (SELECT value FROM json_each(?))"
        " AND captures.fetched IS NOT NULL AND captures.url IS NOT NULL GROUP BY finds.article",
        (json.dumps(list(articles)),),
    )
    return {row["article"]: row["at"] for row in rows}


def keep_page(conn: sqlite3.Connection, one: Kept, data: bytes) -> None:
    """Keeps the bytes of a page, once, and how they came."""
    conn.execute(
        "INSERT OR IGNORE INTO pages (digest, input, added, size, packed)"
        " SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM pages WHERE digest = ?1)",
        (one.page, one.input, one.added, len(data), zlib.compress(data)),
    )
    keep_capture(conn, one)


def keep_capture(conn: sqlite3.Connection, one: Kept) -> None:
    """Notes how the bytes of a kept page came, unless that is known."""
    how = one.capture
    conn.execute(
        "INSERT INTO captures (page, input, url, fetched, status, headers, added, listed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (one.page, one.input, how.url, how.fetched, how.status, _as_headers(how), one.added, how.listed),
    )


def captured(conn: sqlite3.Connection, one: Kept) -> bool:
    """True where it is known that these bytes came this way."""
    row = conn.execute(
        "SELECT 1 FROM captures"
        " WHERE page = ? AND coalesce(url, '') = coalesce(?, '') AND coalesce(fetched, input) = coalesce(?, ?)",
        (one.page, one.capture.url, one.capture.fetched, one.input),
    ).fetchone()
    return row is not None


def _kept(conn: sqlite3.Connection, where: str, values: tuple[str, ...]) -> Iterator[Kept]:
    for row in conn.execute(f"SELECT * FROM captures WHERE {where} ORDER BY seq", values):
        headers = tuple((str(name), str(value)) for name, value in json.loads(row["headers"]))
        capture = Capture(row["url"], row["fetched"], row["status"], headers, row["listed"])
        yield Kept(row["page"], row["input"], row["added"], capture)


def _as_headers(capture: Capture) -> str:
    """A stranger's headers, as many and as long as any honest server sends."""
    kept = [[name[:MAX_HEADER], value[:MAX_HEADER]] for name, value in capture.headers[:MAX_HEADERS]]
    return json.dumps(kept, ensure_ascii=False)
