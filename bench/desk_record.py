"""A record of many articles for timing the desk, grown from a few that were read and settled as any are.

python -m bench.desk_record OUT PAGES... [--articles 20000]

PAGES are read and settled (``onrecord add``), then the whole record is written again under other ids, names and
earlier days until it has so many articles: pages, articles, statements, parties, copies, stories and claims with all
that hangs on them, and the full-text index. A clone's texts, pages and speakers bear other names of the same length,
so every span still marks what it marked; some names stay the same in every clone (a few speakers and parties are in
the news all the time), some in every 16. It is not real news: numbers and the words around names are those of the
first articles again.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
import sys
import time
import zlib
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from bench.settle_clones import AGAIN, DAYS, NUMBERED, clone_functions
from bench.settle_record import made_name
from onrecord import stories as heats
from onrecord.config import Config
from onrecord.pipeline.keep import add, settle_record
from onrecord.pipeline.settle_names import names_anew
from onrecord.read.inputs import walk
from onrecord.store import outlets, sketches, stories, voices
from onrecord.store.opening import open_record, transaction

WORD = re.compile(r"(?<![^\W_])[^\W\d_]+")
NOW = "2026-05-20T08:00:00Z"
ALWAYS, OFTEN, OF, TOGETHER = 1, 4, 16, 16  # of 16 names one is in every clone, three are shared by 16 clones
INDEXING = ("finds_added", "statements_added")  # triggers that fill the full-text index, which is filled at the end
_TEXT = "words"
# Each table with how its columns change; all others stay.
TABLES: Mapping[str, Mapping[str, str]] = {
    "pages": {"digest": "id", "url": "more", "packed": "clone_page({0}, k)"},
    "captures": {"seq": "NULL", "page": "id", "url": "more", "input": "more"},
    "articles": {
        "seq": "NULL",
        "id": "id",
        "page": "id",
        "url": "more",
        "url_key": "more",
        "published": "day",
        **dict.fromkeys(("headline", "text", "byline", "furniture", "dateline"), _TEXT),
    },
    "finds": {"page": "id", "article": "id"},
    "done": {"page": "id"},
    "statements": {
        "seq": "NULL",
        "id": "id",
        "article": "id",
        "said_on": "day",
        **dict.fromkeys(("content", "source", "speaker", "role", "party", "why", "relay"), _TEXT),
    },
    "figures": {"statement": "id", "of": _TEXT},
    "parties": {"statement": "id", "party": _TEXT},
    "copies": {"n": "NULL", "article": "id", "of": "id"},
    "versions": {"n": "NULL", "article": "id", "before": "id"},
    "stories": {"n": "number", "id": "id", "title": _TEXT, "days": "clone_days({0}, k)"},
    "story_articles": {"story": "id", "article": "id"},
    "story_notes": {"story": "id", "value": "clone_ids(clone_words({0}, k), k)"},
    "claims": {"n": "number", "id": "id", "story": "id", "wording": _TEXT, "changed": "day"},
    "claim_statements": {"claim": "id", "statement": "id"},
    "status_history": {"claim": "id", "on": "day"},
    "positions": {"claim": "id", "party": _TEXT, "on": "day", "statements": "clone_ids({0}, k)"},
    "origins": {"claim": "id", "party": _TEXT, "first_article": "id", "why": _TEXT},
    "claim_figures": {"claim": "id", "party": _TEXT, "of": _TEXT, "on": "day", "statement": "id", "ended_on": "day"},
    "claim_headlines": {"claim": "id", "article": "id", "headline": _TEXT, "words": _TEXT, "statement": "id"},
    "claim_notes": {"claim": "id", "value": "clone_ids(clone_words({0}, k), k)"},
    "sketches": {
        "number": "clone_number(article, k)",
        "article": "id",
        "address": "more",
        "block": "NULL",
        "published": "day",
        "day": f"{{0}} - k * {DAYS}",
    },
    "overlaps": {"article": "id", "of": "id"},
    "article_voices": {"article": "id", "voice": "clone_voice({0}, k)"},
}
CHANGES = {
    "id": f"CASE {{0}} WHEN '' THEN '' ELSE {AGAIN} END",
    "number": "clone_number(id, k)",
    "more": "CASE {0} WHEN '' THEN '' ELSE {0} || '/' || k END",
    "day": "clone_day({0}, k)",
    _TEXT: "clone_words({0}, k)",
    "": "{0}",
}
_ID = re.compile(r"\b([0-9a-f]{14,58})([0-9a-f]{6})\b")


@dataclass(frozen=True, slots=True)
class Names:
    """The words that are names, and what each is called in a clone."""

    words: frozenset[str]

    def change(self, text: str | None, k: int) -> str | None:
        """The text with the names of a clone, every one as long as it was."""
        return text and WORD.sub(lambda found: self._called(found.group(), k), text)

    def page(self, packed: bytes, k: int) -> bytes:
        """The bytes of a page, with the names of a clone."""
        text = zlib.decompress(packed).decode("utf-8", "surrogateescape")
        return zlib.compress((self.change(text, k) or "").encode("utf-8", "surrogateescape"), 1)

    def _called(self, word: str, k: int) -> str:
        return named(word, k) if word in self.words else word


@lru_cache(maxsize=400_000)
def named(word: str, k: int) -> str:
    """What a name is called in a clone."""
    kind = zlib.crc32(word.encode()) % OF
    if kind < ALWAYS:
        return word
    return made_name(word, random.Random(f"{k // TOGETHER if kind < OFTEN else k} {word}"))  # noqa: S311


def names_in(conn: sqlite3.Connection) -> Names:
    """The words of a record that are never written small."""
    texts = [text for row in conn.execute("SELECT headline, text FROM articles") for text in row]
    said = [name for row in conn.execute("SELECT name, party, role FROM voices") for name in row if name]
    words = {word for text in (*texts, *said) for word in WORD.findall(text)}
    return Names(frozenset(word for word in words if word[0].isupper() and word.lower() not in words and len(word) > 1))


def grow(conn: sqlite3.Connection, times: int) -> None:
    """Adds the whole record so many times more, each ``DAYS`` before the last."""
    conn.execute("PRAGMA foreign_keys = OFF")
    conn.execute("PRAGMA cache_size = -400000")
    _functions(conn)
    held = conn.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN (?, ?)", INDEXING
    ).fetchall()
    with transaction(conn):
        for name, _ in held:
            conn.execute(f"DROP TRIGGER {name}")
        _clone(conn, times)
        for _, sql in held:
            conn.execute(sql)
        for table in ("article_words", "statement_words"):
            conn.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
        newest = sketches.newest(conn)
        names_anew(conn)
        bare = "SELECT id FROM claims WHERE id NOT IN (SELECT claim FROM claim_outlets)"
        outlets.keep_carried(conn, [row["id"] for row in conn.execute(bare).fetchall()])
        stories.keep_heat(conn, [(id_, heats.heat(days, newest)) for id_, _, days in stories.days(conn, warm=False)])


def _functions(conn: sqlite3.Connection) -> None:
    names = names_in(conn)
    clone_functions(conn)
    conn.create_function("clone_words", 2, names.change, deterministic=True)
    conn.create_function("clone_page", 2, names.page, deterministic=True)
    conn.create_function("clone_day", 2, _day, deterministic=True)
    conn.create_function("clone_days", 2, _days, deterministic=True)
    conn.create_function("clone_ids", 2, _ids, deterministic=True)


def _clone(conn: sqlite3.Connection, times: int) -> None:
    clones = f"WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < {times}) SELECT k FROM n"
    named_as = _voices(conn, times)
    conn.create_function("clone_voice", 2, lambda one, k: named_as[one, k], deterministic=True)
    # Numbered rows look their articles up, so they come before there are more of these.
    for table, query in NUMBERED.items():
        conn.execute(f"INSERT OR IGNORE INTO {table} {query.format(days=DAYS)}, ({clones})")
    for table, changed in TABLES.items():
        columns = [row["name"] for row in conn.execute(f"PRAGMA table_info({table})")]
        picked = ", ".join(_column(one, changed.get(one, "")) for one in columns)
        # The oldest first, so that the last to arrive are the newest.
        conn.execute(f"INSERT INTO {table} SELECT {picked} FROM ({clones}) JOIN {table} ORDER BY k DESC")


def _column(name: str, change: str) -> str:
    return CHANGES.get(change, change).format(f'"{name}"')


def _voices(conn: sqlite3.Connection, times: int) -> dict[tuple[int, int], int]:
    """Ways of naming under other names; the number of each by that of the first and its clone."""
    numbers: dict[tuple[int, int], int] = {}
    names = names_in(conn)
    rows = conn.execute("SELECT id, party, name, role, times, settled FROM voices").fetchall()
    for number, party, name, role, count, settled in rows:
        for k in range(1, times + 1):
            one = (names.change(party, k), names.change(name, k), names.change(role, k))
            numbers[number, k] = voices.number_of(one)
            conn.execute(
                "INSERT INTO voices (id, party, name, role, times, settled) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET times = times + excluded.times",
                (numbers[number, k], *one, count, names.change(settled, k)),
            )
    for merge in conn.execute("SELECT name, party, sure, why FROM party_merges").fetchall():
        for k in range(1, times + 1):
            again = [names.change(one, k) if isinstance(one, str) else one for one in merge]
            conn.execute("INSERT OR IGNORE INTO party_merges VALUES (?, ?, ?, ?)", again)
    return numbers


def _day(day: str | None, k: int) -> str | None:
    """A day, or what is known of it, so much earlier."""
    if not day:
        return day
    whole = day[:10] + "2026-07-15"[len(day[:10]) :]
    try:
        return (date.fromisoformat(whole) - timedelta(DAYS * k)).isoformat()[: len(day)]
    except ValueError:
        return day


def _days(days: str, k: int) -> str:
    return json.dumps([_day(one, k) for one in json.loads(days)])


def _ids(text: str, k: int) -> str:
    """Every id in a text, as the clone has it."""
    return _ID.sub(lambda found: f"{found.group(1)}{k:06x}", text)


def counts(conn: sqlite3.Connection) -> dict[str, int]:
    """How many rows the tables of the record have."""
    return {table: conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("articles", *_COUNTED)}


_COUNTED = ("statements", "stories", "claims", "positions", "parties", "copies", "versions")


def main() -> None:
    """Makes the record and prints how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=20_000)
    given = parser.parse_args()
    start = time.perf_counter()
    with closing(open_record(given.out)) as conn:
        for _ in add(conn, walk([str(one) for one in given.pages], sys.stdin.buffer), Config(), now=NOW):
            pass
        settle_record(conn)
        grow(conn, max(round(given.articles / counts(conn)["articles"]) - 1, 0))
        conn.execute("ANALYZE")
        print(f"{counts(conn)} in {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
