"""A record, opened: what it holds and what may be added."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.asking import Answer
from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.model import Article, Change, Claim, KnownName, NameKind, Statement, Status, Story, moments
from onrecord.pipeline import keep
from onrecord.pipeline.asking import ask_record
from onrecord.pipeline.keep import Added
from onrecord.python.reading import Input, material
from onrecord.store import articles, changes, claims, names, opening, outlets, statements, stories
from onrecord.store.outlets import OutletCount
from onrecord.store.search import Hits, search


def open_record(path: str | Path = "onrecord.db", *, make: bool = False) -> Record:
    """The record in a file, to be read; ``make``: also where there is none yet, and what is added is kept in it.

    Raises RecordError where there is no record, or the file is something else.
    """
    return Record(opening.open_record(Path(path), readonly=not make), Path(path))


class Opened:
    """What is open until it is closed, or until the with that it was opened in ends."""

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        self._conn = conn
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._conn.close()


class Record(Opened):
    """An open record. Ids may be cut to their beginning, where that is one thing's only; UsageError where it is not."""

    def add(self, *inputs: Input, as_of: str | None = None, body: bool = False) -> Iterator[Added]:
        """Reads inputs and keeps what they give, yielding after each; then settles. RecordError if opened to read."""
        config = Config(record=self.path, as_of=as_of, body=body)
        now = moments.now()
        yield from keep.add(self._conn, material(inputs, config), config, now=now)
        keep.settle_record(self._conn)

    def claims(self, *, status: Status | None = None) -> list[Claim]:
        """Every claim, or those of one status."""
        return claims.claims(self._conn, status=status)

    def claim(self, id_: str) -> Claim:
        """One claim."""
        return claims.by_ids(self._conn, [_only(id_, claims.ids(self._conn, id_))])[0]

    def stories(self) -> list[Story]:
        """Every story, hottest first."""
        return stories.stories(self._conn)

    def articles(self) -> list[Article]:
        """Every article, with its text."""
        return articles.articles(self._conn)

    def article(self, id_: str) -> Article:
        """One article."""
        whole = _only(id_, articles.ids(self._conn, id_))
        return articles.by_ids(self._conn, [whole])[whole]

    def statements(self, of: Article | Claim) -> list[Statement]:
        """What is said in an article, or to a claim."""
        if isinstance(of, Article):
            return statements.of_article(self._conn, of.id)
        return statements.by_ids(self._conn, of.statements)

    def said_by(self, name: str) -> list[Statement]:
        """What a speaker is on record with, or others for a party."""
        found = [*statements.of_speaker(self._conn, name), *statements.of_party(self._conn, name)]
        return list({one.id: one for one in found}.values())

    def speakers(self, *, kind: NameKind = "person", limit: int = 1_000) -> list[KnownName]:
        """People, bodies or parties, the most heard first."""
        return names.listed(self._conn, kind, (), (limit, 0))

    def outlets(self) -> list[OutletCount]:
        """Every outlet in numbers, the one with most articles first: who was first, who copies, who is copied."""
        return outlets.outlets(self._conn)

    def changes(self, *, after: int = 0, limit: int = 1_000) -> list[Change]:
        """What changed, in order; ``after``: only after the change of that ``seq``."""
        return changes.onward(self._conn, None, (after, ""), limit=limit)

    def search(self, words: str, *, limit: int = 20) -> Hits:
        """Articles and statements that have all the words, the best first."""
        return search(self._conn, words, limit=limit)

    def positions(self, claim: str) -> Answer:
        """Who stands where on a claim in one's own words."""
        return ask_record(self._conn, claim).answer


def _only(typed: str, found: list[str]) -> str:
    if len(found) == 1:
        return found[0]
    raise UsageError(f"{len(found) or 'no'} ids begin with {typed!r}: give {'more of it' if found else 'another'}")
