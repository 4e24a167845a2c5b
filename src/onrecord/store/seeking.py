"""What is looked for, and which rows have it: words by the full-text index, all else by the lists of what was said.

Taking the newest of the rows that have the words costs next to nothing, ranking them about 2.3 us each: so of words
that are very common only the newest ``MOST`` rows are looked at, and whoever asked is told.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

MOST = {"statement_words": 8_000, "article_words": 4_000}
FEW = 5_000  # rows that what is asked beside the words leaves: then all that have the words are gone through
COUNTED = 10_000  # rows without words are counted up to here
_ROWS = {"statement_words": "said", "article_words": "listings"}
_KNOWN = {"statement_words": ("speaker", "party", "outlet", "stance"), "article_words": ("outlet",)}
_WORD = re.compile(r'"([^"]*)"|(\S+)')
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_MAX_CHARACTERS = 400
_MAX_NAME = 400


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for; what is empty is no matter. ``since`` and ``until``: YYYY, YYYY-MM or YYYY-MM-DD."""

    words: str = ""
    speaker: str = ""
    party: str = ""
    stance: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""

    def told(self) -> dict[str, str]:
        """{name: what is asked of it}, without what is empty."""
        return {name: value for name in self.__dataclass_fields__ if (value := getattr(self, name))}


class Rows(NamedTuple):
    """Row numbers in order, of how many; ``bounded``: only among the newest that have the words."""

    at: tuple[int, ...]
    total: int
    bounded: bool


class Sorting(NamedTuple):
    """How many rows, after how many; ``newest``: by day, latest first, else best first (bm25) where there are words."""

    limit: int
    offset: int = 0
    newest: bool = False


class _Asked(NamedTuple):
    """Conditions on the rows of a list, and their values."""

    where: str
    values: Mapping[str, str]

    @property
    def any(self) -> bool:
        return bool(self.values)


class _Among(NamedTuple):
    """Rows that have the words, from row ``floor`` on, perhaps only those that are named."""

    total: int
    floor: int = 0
    where: str = ""
    few: str = "[]"
    bounded: bool = False


def as_query(words: str) -> str:
    """The words as FTS5 strings, each of which must be there; empty where there is no word in them."""
    phrases = [quoted or bare for quoted, bare in _WORD.findall(words[:_MAX_CHARACTERS])]
    kept = [" ".join(re.findall(r"[^\W_]+", phrase)) for phrase in phrases]
    return " ".join(f'"{phrase}"' for phrase in kept if phrase)


def as_day(value: str) -> str:
    """The day, month or year; empty for anything else."""
    return value if _DAY.fullmatch(value) else ""


def rows(conn: sqlite3.Connection, index: str, sought: Sought, sorting: Sorting) -> Rows:
    """The rows of a full-text index (``statement_words``, ``article_words``) that have all that is sought.

    Whatever is typed is looked for as words: it is never FTS5 syntax, and nothing raises.
    """
    asked, query = _asked(index, sought), as_query(sought.words)
    if query:
        return _with_words(conn, index, asked, (query, sorting))
    # Words that hold no letter are words all the same: nothing has them.
    return _without_words(conn, index, asked, sorting) if asked.any and not sought.words.strip() else Rows((), 0, False)


def _with_words(conn: sqlite3.Connection, index: str, asked: _Asked, how: tuple[str, Sorting]) -> Rows:
    query, sorting = how
    among = _among(conn, index, asked, query)
    join = f"FROM {index} AS found CROSS JOIN {_ROWS[index]} AS one ON one.seq = found.rowid"
    where = f"WHERE {index} MATCH :query AND found.rowid >= :floor{among.where} AND {asked.where}"
    values = {"query": query, "floor": among.floor, "few": among.few, **asked.values}
    order = "one.day DESC, one.seq DESC" if sorting.newest else "found.rank, one.seq"
    counted = "count(*) OVER ()" if asked.any else str(among.total)
    found = conn.execute(
        f"SELECT one.seq, {counted} {join} {where} ORDER BY {order} LIMIT :limit OFFSET :offset",
        {**values, "limit": sorting.limit, "offset": sorting.offset},
    ).fetchall()
    total = found[0][1] if found else among.total
    if asked.any and not found and sorting.offset:  # past the end
        total = int(conn.execute(f"SELECT count(*) {join} {where}", values).fetchone()[0])
    elif not found and not sorting.offset:
        total = 0
    return Rows(tuple(row[0] for row in found), total, among.bounded)


def _among(conn: sqlite3.Connection, index: str, asked: _Asked, query: str) -> _Among:
    """Which of the rows that have the words are looked at."""
    matching = int(conn.execute(f"SELECT count(*) FROM {index} WHERE {index} MATCH ?", (query,)).fetchone()[0])
    if matching <= MOST[index]:
        return _Among(matching)
    few = _few(conn, index, asked) if asked.any else None
    if few is not None:
        # The plus keeps SQLite from asking the full-text index for each of these rows anew.
        chosen = " AND +found.rowid IN (SELECT value FROM json_each(:few))"
        return _Among(matching, min(few, default=0), chosen, json.dumps(few))
    newest = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT {MOST[index]}"
    floor = int(conn.execute(f"SELECT min(rowid) FROM ({newest})", (query,)).fetchone()[0])
    return _Among(MOST[index], floor, bounded=True)


def _without_words(conn: sqlite3.Connection, index: str, asked: _Asked, sorting: Sorting) -> Rows:
    listed = f"FROM {_ROWS[index]} AS one WHERE {asked.where}"
    count = f"SELECT count(*) FROM (SELECT 1 {listed} LIMIT {COUNTED})"
    total = int(conn.execute(count, dict(asked.values)).fetchone()[0])
    found = conn.execute(
        f"SELECT one.seq {listed} ORDER BY one.day DESC, one.seq DESC LIMIT :limit OFFSET :offset",
        {**asked.values, "limit": sorting.limit, "offset": sorting.offset},
    )
    return Rows(tuple(row[0] for row in found), total, total == COUNTED)


def _few(conn: sqlite3.Connection, index: str, asked: _Asked) -> list[int] | None:
    """The rows that have what is asked beside the words, if they are few."""
    query = f"SELECT one.seq FROM {_ROWS[index]} AS one WHERE {asked.where} LIMIT {FEW + 1}"
    found = [row[0] for row in conn.execute(query, dict(asked.values))]
    return found if len(found) <= FEW else None


def _asked(index: str, sought: Sought) -> _Asked:
    """What is asked beside the words. Of several the first leads to the rows, by its index."""
    values = {name: value[:_MAX_NAME] for name in _KNOWN[index] if (value := _written(getattr(sought, name)))}
    parts = [
        f"{'+' if n else ''}one.{name} = :{name}{' COLLATE NOCASE' if n and name in ('speaker', 'party') else ''}"
        for n, name in enumerate(values)
    ]
    if since := as_day(sought.since):
        values["since"] = since
        # A month or a year may hold the day.
        parts.append("one.day >= substr(:since, 1, 4) AND substr(:since, 1, length(one.day)) <= one.day")
    if until := as_day(sought.until):
        values["until"] = until
        parts.append("one.day <= :until || '~'")
    return _Asked(" AND ".join(parts) or "1", values)


def _written(value: str) -> str:
    """Half characters cannot be asked for: nothing is called so."""
    return value.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
