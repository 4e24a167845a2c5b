"""What an index keeps of each article, and the prints by which those that may repeat one another are found."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from onrecord.model import id_number

Late = tuple[str, int, int, str]


class Sketched(NamedTuple):
    """The row of an article; ``block`` and ``level`` are None unless it stands for its copies and versions."""

    article: str
    address: str
    home: str
    late: Late
    size: int
    prints: tuple[int, ...]
    published: str | None
    day: int | None
    terms: tuple[tuple[str, int], ...]
    portrait: bytes
    standing: bool = False
    block: int | None = None
    level: int | None = None


def keep_sketch(conn: sqlite3.Connection, one: Sketched) -> None:
    """Adds an article that is not in the index."""
    number = id_number(one.article)
    conn.execute(
        "INSERT INTO sketches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            one.article,
            one.address,
            one.home,
            json.dumps(one.late),
            one.size,
            json.dumps(one.prints),
            one.published,
            one.day,
            json.dumps(one.terms, ensure_ascii=False),
            one.portrait,
            int(one.standing),
            one.block,
            one.level,
        ),
    )
    conn.executemany("INSERT INTO prints VALUES (?, ?)", ((found, number) for found in one.prints))


def drop_sketch(conn: sqlite3.Connection, article: str) -> Sketched | None:
    """Takes an article out of the index; gives the row it had, None where it had none."""
    held = sketches(conn, [article]).get(article)
    if held:
        number = id_number(article)
        rows = ((found, number) for found in held.prints)
        conn.executemany("DELETE FROM prints WHERE print = ? AND number = ?", rows)
        conn.execute("DELETE FROM sketches WHERE number = ?", (number,))
    return held


def sketches(conn: sqlite3.Connection, articles: Iterable[str]) -> dict[str, Sketched]:
    """{article: its row}, for those in the index."""
    return by_numbers(conn, map(id_number, articles))


def by_numbers(conn: sqlite3.Connection, numbers: Iterable[int]) -> dict[str, Sketched]:
    """{article: its row}, for those in the index."""
    query = "SELECT * FROM sketches WHERE number IN (SELECT value FROM json_each(?))"
    return {row["article"]: _sketched(row) for row in conn.execute(query, (json.dumps(list(numbers)),))}


def known(conn: sqlite3.Connection, articles: Iterable[str]) -> set[str]:
    """Those of the articles that are in the index."""
    query = "SELECT article FROM sketches WHERE number IN (SELECT value FROM json_each(?))"
    return {row["article"] for row in conn.execute(query, (json.dumps([id_number(one) for one in articles]),))}


def holders(conn: sqlite3.Connection, found: int, *, most: int | None = None) -> list[int]:
    """The numbers of the articles that hold a print, in order; no more than ``most``."""
    rows = conn.execute("SELECT number FROM prints WHERE print = ? ORDER BY number LIMIT ?", (found, most or -1))
    return [row[0] for row in rows]


def at_address(conn: sqlite3.Connection, address: str) -> list[str]:
    """The articles found at an address; none for the empty one."""
    if not address:
        return []
    # The index leaves empty addresses out, and is used only where the query says that it does too.
    query = "SELECT article FROM sketches WHERE address = ? AND address <> ''"
    return [row[0] for row in conn.execute(query, (address,))]


def stand(conn: sqlite3.Connection, article: str, *, standing: bool) -> None:
    """Notes whether an article stands for its copies and versions."""
    query = "UPDATE sketches SET standing = ?, block = NULL, level = NULL WHERE number = ?"
    conn.execute(query, (int(standing), id_number(article)))


def in_blocks(conn: sqlite3.Connection, blocks: Iterable[int]) -> list[str]:
    """The articles of those blocks."""
    query = "SELECT article FROM sketches WHERE block IN (SELECT value FROM json_each(?))"
    return [row[0] for row in conn.execute(query, (json.dumps(list(blocks)),))]


def keep_block(conn: sqlite3.Connection, articles: Sequence[str], level: int) -> None:
    """Notes that these articles are a block, with links so strict."""
    numbers = [id_number(one) for one in articles]
    rows = ((min(numbers), level, number) for number in numbers)
    conn.executemany("UPDATE sketches SET block = ?, level = ? WHERE number = ?", rows)


def newest(conn: sqlite3.Connection) -> str | None:
    """The last day on which an article of the index was published; None where no day is known."""
    row = conn.execute("SELECT max(published) AS day FROM sketches").fetchone()
    return row["day"] if row else None


def names(conn: sqlite3.Connection, numbers: Iterable[int]) -> Mapping[int, str]:
    """{number: article}, for those in the index."""
    query = "SELECT number, article FROM sketches WHERE number IN (SELECT value FROM json_each(?))"
    return {row["number"]: row["article"] for row in conn.execute(query, (json.dumps(list(numbers)),))}


def _sketched(row: sqlite3.Row) -> Sketched:
    day, corrected, size, article = json.loads(row["late"])
    return Sketched(
        row["article"],
        row["address"],
        row["home"],
        (day, corrected, size, article),
        row["size"],
        tuple(json.loads(row["prints"])),
        row["published"],
        row["day"],
        tuple((term, weight) for term, weight in json.loads(row["terms"])),
        row["portrait"],
        bool(row["standing"]),
        row["block"],
        row["level"],
    )
