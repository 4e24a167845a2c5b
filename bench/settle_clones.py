"""A record made larger for the bench of settling: what is settled in it, again under other ids, names and days.

Rows are written as settling would leave them, without settling: days before all that was there, other prints, other
names of speakers and parties. Full-text search is not made larger, as settling never looks there.
"""

from __future__ import annotations

import random
import re
import sqlite3
from functools import lru_cache
from zlib import crc32

from bench.settle_record import made_name
from onrecord.model import id_number
from onrecord.parties import Voice, settle_names
from onrecord.store import party_merges, voices
from onrecord.store.opening import transaction

NAME = re.compile(r"\b[A-Z][^\W\d_]*")
AGAIN = "substr({0}, 1, length({0}) - 6) || printf('%06x', k)"
DAYS = 5  # from one clone to the one before
LIGHT, KEPT = (
    130,
    6,
)  # of the terms that weigh less, a clone shares one in so many: two events share few, and light ones
MASK = (1 << 60) - 1
STRIDE = 0x9E3779B97F4A7C1  # any odd number: prints of two clones are two
# Each table with how its columns change; all others stay.
TABLES = {
    "pages": {"digest": "id"},
    "articles": {"seq": "null", "id": "id", "page": "id", "published": "day"},
    "finds": {"page": "id", "article": "id"},
    "statements": {"seq": "null", "id": "id", "article": "id"},
    "parties": {"statement": "id"},
    "copies": {"n": "null", "article": "id", "of": "id"},
    "versions": {"n": "null", "article": "id", "before": "id"},
    "stories": {"n": "null", "id": "id", "heat": "0.0"},
    "story_articles": {"story": "id", "article": "id"},
    "story_notes": {"story": "id"},
    "claims": {"n": "null", "id": "id", "story": "id"},
    "claim_statements": {"claim": "id", "statement": "id"},
    "positions": {"claim": "id"},
    "sketches": {
        "number": "clone_number(article, k)",
        "article": "id",
        "address": "more",
        "block": "null",
        "published": "day",
        "day": "count",
    },
    "overlaps": {"article": "id", "of": "id"},
    "article_voices": {"article": "id", "voice": "clone_voice(voice, k)"},
}
NUMBERED = {
    "prints": "SELECT clone_print(print, k), clone_number(article, k) FROM prints JOIN sketches USING (number)",
    "postings": "SELECT clone_term(term, weight, k), postings.day - k * {days}, clone_number(article, k), weight"
    " FROM postings JOIN sketches USING (number)",
    "neighbours": "SELECT clone_number(a.article, k), clone_number(b.article, k), likeness FROM neighbours"
    " JOIN sketches AS a ON a.number = neighbours.number JOIN sketches AS b ON b.number = other",
}


def grow(conn: sqlite3.Connection, times: int) -> None:
    """Adds the whole record so many times more, each ``DAYS`` before the last."""
    conn.execute("PRAGMA foreign_keys = OFF")
    conn.execute("PRAGMA cache_size = -400000")
    clone_functions(conn)
    triggers = conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_added'")
    held = triggers.fetchall()
    with transaction(conn):
        for name, _ in held:
            conn.execute(f"DROP TRIGGER {name}")
        _clone(conn, times)
        for _, sql in held:
            conn.execute(sql)
        _settle_names(conn)
    conn.execute("PRAGMA cache_size = -2000")
    conn.execute("PRAGMA foreign_keys = ON")


def clone_functions(conn: sqlite3.Connection) -> None:
    """The functions that ``NUMBERED`` calls."""
    conn.create_function("clone_number", 2, lambda id_, k: id_number(f"{id_[:-6]}{k:06x}"), deterministic=True)
    conn.create_function("clone_print", 2, lambda one, k: (one + k * STRIDE) & MASK, deterministic=True)
    conn.create_function("clone_term", 3, _term, deterministic=True)


def _clone(conn: sqlite3.Connection, times: int) -> None:
    numbers = f"WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < {times}) SELECT k FROM n"
    clones = f"({numbers})" if times else "(SELECT 1 AS k WHERE 0)"
    named = _voices(conn, times)
    conn.create_function("clone_voice", 2, lambda one, k: named[one, k], deterministic=True)
    # Numbered rows look their articles up, so they come before there are more of these.
    for table, query in NUMBERED.items():
        conn.execute(f"INSERT INTO {table} {query.format(days=DAYS)}, {clones}")
    for table, changed in TABLES.items():
        columns = [row["name"] for row in conn.execute(f"PRAGMA table_info({table})")]
        picked = ", ".join(_column(one, changed.get(one, "")) for one in columns)
        conn.execute(f"INSERT INTO {table} SELECT {picked} FROM {table}, {clones}")


def _column(name: str, change: str) -> str:
    quoted = f'"{name}"'
    return {
        "id": AGAIN.format(quoted),
        "more": f"CASE {quoted} WHEN '' THEN '' ELSE {quoted} || '/' || k END",
        "day": f"date({quoted}, '-' || (k * {DAYS}) || ' days')",
        "count": f"{quoted} - k * {DAYS}",
        "": quoted,
    }.get(change, change)


def _voices(conn: sqlite3.Connection, times: int) -> dict[tuple[int, int], int]:
    """Ways of naming under other names; the number of each by that of the first and its clone."""
    numbers: dict[tuple[int, int], int] = {}
    for number, party, name, role, count in conn.execute("SELECT id, party, name, role, times FROM voices").fetchall():
        for k in range(1, times + 1):
            one = (_renamed(party, k), _renamed(name, k), _renamed(role, k))
            numbers[number, k] = voices.number_of(one)
            conn.execute(
                "INSERT INTO voices (id, party, name, role, times) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET times = times + excluded.times",
                (numbers[number, k], *one, count),
            )
    return numbers


def _term(term: str, weight: int, k: int) -> str:
    kept = weight < LIGHT and crc32(f"{k} {term}".encode()) % KEPT == 0
    return term if kept else f"{term}~{k}"


@lru_cache(maxsize=200_000)
def _renamed(text: str | None, k: int) -> str | None:
    return text and NAME.sub(lambda found: _name(found.group(), k), text)


@lru_cache(maxsize=200_000)
def _name(word: str, k: int) -> str:
    return made_name(word, random.Random(f"{k} {word}"))  # noqa: S311


def _settle_names(conn: sqlite3.Connection) -> None:
    held = list(voices.voices(conn))
    now = settle_names({Voice(*one): times for one, times, _ in held})
    voices.keep_parties(conn, {one: now.parties.get(Voice(*one)) for one, _, _ in held})
    party_merges.keep_merges(conn, now.merges)
