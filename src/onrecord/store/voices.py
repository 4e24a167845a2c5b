"""In what ways speakers are named, how often, and under which party each is settled."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from onrecord.model import content_id, id_number

Named = tuple[str | None, str | None, str | None]  # party as one article shows it, name, role


def keep_voices(conn: sqlite3.Connection, article: str, times: Mapping[Named, int]) -> bool:
    """Makes these the voices of an article; False where they are already."""
    rows = conn.execute("SELECT voice, times FROM article_voices WHERE article = ?", (article,))
    if dict(map(tuple, rows)) == {number_of(one): count for one, count in times.items()}:
        return False
    conn.execute(
        "UPDATE voices SET times = times - (SELECT times FROM article_voices WHERE article = ?1 AND voice = voices.id)"
        " WHERE id IN (SELECT voice FROM article_voices WHERE article = ?1)",
        (article,),
    )
    conn.execute("DELETE FROM article_voices WHERE article = ?", (article,))
    for one, count in times.items():
        number = number_of(one)
        conn.execute(
            "INSERT INTO voices (id, party, name, role, times) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET times = times + excluded.times",
            (number, *one, count),
        )
        conn.execute("INSERT INTO article_voices VALUES (?, ?, ?)", (article, number, count))
    return True


def drop_silent(conn: sqlite3.Connection) -> None:
    """Forgets the ways of naming that nobody uses any more."""
    conn.execute("DELETE FROM voices WHERE times = 0")


def voices(conn: sqlite3.Connection) -> Iterator[tuple[Named, int, str | None]]:
    """(way of naming, statements, settled party) of all there are."""
    for row in conn.execute("SELECT party, name, role, times, settled FROM voices WHERE times > 0"):
        yield (row[0], row[1], row[2]), row[3], row[4]


def keep_parties(conn: sqlite3.Connection, settled: Mapping[Named, str | None]) -> None:
    """Notes under which party each way of naming is settled."""
    rows = ((party, number_of(one)) for one, party in settled.items())
    conn.executemany("UPDATE voices SET settled = ? WHERE id = ?", rows)


def settled_as(conn: sqlite3.Connection, names: Iterable[Named]) -> dict[Named, str]:
    """{way of naming: its party}, for those that have one."""
    numbers = json.dumps([number_of(one) for one in names])
    query = "SELECT * FROM voices WHERE id IN (SELECT value FROM json_each(?)) AND settled IS NOT NULL"
    return {(row["party"], row["name"], row["role"]): row["settled"] for row in conn.execute(query, (numbers,))}


def articles_of(conn: sqlite3.Connection, names: Iterable[Named]) -> set[str]:
    """The articles in which speakers are named so."""
    numbers = json.dumps([number_of(one) for one in names])
    query = "SELECT DISTINCT article FROM article_voices WHERE voice IN (SELECT value FROM json_each(?))"
    return {row["article"] for row in conn.execute(query, (numbers,))}


def number_of(one: Named) -> int:
    """The number that stands for a way of naming."""
    return id_number(content_id("voice", *(json.dumps(part) for part in one)))
