"""Which pages of a record the desk is timed on, and what is added to it meanwhile."""

from __future__ import annotations

import random
import re
import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bench.desk_record import names_in

WORD = re.compile(r"[^\W\d_]{3,}")
ADDED = 200  # pages
LATER = 1_000_000  # a clone that no record has
_HEAVIEST_CLAIM = "SELECT claim FROM claim_statements GROUP BY claim ORDER BY count(*) DESC LIMIT 1"
_SPEAKER = "SELECT speaker FROM statements WHERE speaker IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
_PARTY = "SELECT party FROM parties GROUP BY party ORDER BY count(*) DESC LIMIT 1"
_STORY = "SELECT story FROM story_articles GROUP BY story ORDER BY count(*) DESC LIMIT 1"
_LONGEST = "SELECT article FROM statements GROUP BY article ORDER BY count(*) DESC LIMIT 1"
_OUTLET = "SELECT outlet FROM articles WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page and addresses of such pages, no two alike."""

    name: str
    addresses: tuple[str, ...]


def kinds(conn: sqlite3.Connection, most: int) -> list[Kind]:
    """Every kind of page, with the heaviest of each kind apart."""
    articles = _some(conn, "SELECT id FROM articles WHERE id IN (SELECT article FROM finds)", most)
    claims = _some(conn, "SELECT id FROM claims", most)
    outlets = _some(conn, "SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL", most)
    people = _some(conn, "SELECT DISTINCT speaker FROM statements WHERE speaker IS NOT NULL", most)
    return [
        Kind("today", ("/",)),
        Kind("stories", ("/stories",)),
        _kind("story", "/stories/", _some(conn, "SELECT id FROM stories", most)),
        _kind("story of most articles", "/stories/", _one(conn, _STORY)),
        Kind("claims", ("/claims",)),
        Kind("claims of a status", ("/claims?status=contested", "/claims?status=single_origin")),
        _kind("claim", "/claims/", claims),
        _kind("claim of most statements", "/claims/", _one(conn, _HEAVIEST_CLAIM)),
        _kind("article", "/articles/", articles),
        _kind("article of most statements", "/articles/", _one(conn, _LONGEST)),
        Kind("archived page", tuple(f"/articles/{quote(one)}/page" for one in articles)),
        Kind("speakers", ("/speakers",)),
        _kind("speaker", "/speakers/", people),
        _kind("speaker heard most", "/speakers/", _one(conn, _SPEAKER)),
        _kind("party heard most", "/speakers/", _one(conn, _PARTY)),
        Kind("outlets", ("/outlets",)),
        _kind("outlet", "/outlets/", outlets),
        _kind("outlet of most articles", "/outlets/", _one(conn, _OUTLET)),
        Kind("topics", ("/topics",)),
        Kind("sources", ("/sources",)),
        Kind("queue", ("/review",)),
        Kind("log", ("/log",)),
        _kind("search, rare word", "/search?q=", _of_times(conn, most, common=False)),
        _kind("search, common word", "/search?q=", _of_times(conn, most, common=True)),
        _kind("search, three words", "/search?q=", words_of(conn, most, at_once=3)),
        Kind("about", ("/about",)),
        Kind("style sheet", ("/static/desk.css",)),
    ]


def words_of(conn: sqlite3.Connection, most: int, *, at_once: int = 1) -> list[str]:
    """Words as often as they stand in statements, so many from one statement."""
    chance = random.Random(11)  # noqa: S311
    found = []
    for text in _some(conn, "SELECT content FROM statements", most * 3):
        words = WORD.findall(text)
        if len(words) >= at_once:
            found.append(" ".join(chance.sample(words, at_once)))
    return found[:most]


def pages_to_add(conn: sqlite3.Connection, folder: Path) -> None:
    """Writes the newest pages of the record into a folder, with other names."""
    names = names_in(conn)
    rows = conn.execute("SELECT packed FROM pages ORDER BY rowid DESC LIMIT ?", (ADDED,)).fetchall()
    for n, row in enumerate(rows):
        data = names.page(row["packed"], LATER + n)
        (folder / f"{n:04}.html").write_bytes(zlib.decompress(data))


def _kind(name: str, before: str, keys: list[str]) -> Kind:
    return Kind(name, tuple(before + quote(one, safe="") for one in keys))


def _some(conn: sqlite3.Connection, query: str, most: int) -> list[str]:
    """Values picked at random, the same each time."""
    every = [row[0] for row in conn.execute(query)]
    return random.Random(7).sample(every, min(most, len(every)))  # noqa: S311


def _one(conn: sqlite3.Connection, query: str) -> list[str]:
    return [row[0] for row in conn.execute(query)]


def _of_times(conn: sqlite3.Connection, most: int, *, common: bool) -> list[str]:
    """Words that stand in most statements, or in next to none."""
    counts: dict[str, int] = {}
    for text in _some(conn, "SELECT content FROM statements", 20_000):
        for word in set(WORD.findall(text.lower())):
            counts[word] = counts.get(word, 0) + 1
    in_order = sorted(counts, key=lambda word: (counts[word], word), reverse=common)
    return in_order[:most]
