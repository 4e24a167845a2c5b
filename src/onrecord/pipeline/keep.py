"""Reads inputs into a record, one transaction for the bytes of an input and all that was read in them; then settles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.config import Config
from onrecord.model import Capture, Decided, Reading, Rejected
from onrecord.pipeline.edition import reading_edition, settling_edition
from onrecord.pipeline.judged import refreshed
from onrecord.pipeline.keepable import written
from onrecord.pipeline.settle_batch import settle_batch
from onrecord.pipeline.settle_changes import tell_changes
from onrecord.pipeline.settle_judged import note_decided
from onrecord.pipeline.sources import Read, Reader, Source, one_by_one, source_of
from onrecord.read.inputs import Piece
from onrecord.store import articles, finds, pages, rejected, repeats, settling, statements, tallies, touched
from onrecord.store.opening import transaction
from onrecord.store.pages import Kept

BATCH = 200  # articles that are settled in one transaction: no other process has to wait for long

Again = dict[str, list[Kept]]  # by digest of what is being read: how the same bytes came again


@dataclass(frozen=True, slots=True)
class Added:
    """What came of one input: ``known`` where it had been read already, by the same rules, and nothing was done.

    ``repeats``: articles that another page had given already (a feed's entry, say).
    """

    name: str
    known: bool = False
    articles: int = 0
    repeats: int = 0
    statements: int = 0
    refused: tuple[Rejected, ...] = ()


def add(
    conn: sqlite3.Connection,
    inputs: Iterable[Piece | Rejected],
    config: Config,
    *,
    now: str,
    reader: Reader = one_by_one,
) -> Iterator[Added]:
    """Keeps what the inputs give, yielding after each; ``now``: UTC, ISO 8601.

    Of an input that these rules have read to its end already, only that it came again is noted. Killed at any moment,
    the record holds every input that was yielded; the next run reads the rest. Settling is a separate step: see
    ``settle_record``.
    """
    edition = reading_edition(config)
    config = replace(config, familiar=repeats.repeated_lines(conn))
    again: Again = {}
    for one in reader(_line(conn, inputs, config, again, now=now), config):
        if isinstance(one, Read):
            with transaction(conn):
                added = _keep(conn, one, edition, now)
                for kept in again.pop(one.source.digest, ()):
                    pages.keep_capture(conn, kept)
            yield added
        elif isinstance(one, Rejected):
            with transaction(conn):
                rejected.keep_rejected(conn, replace(one, digest=None), edition)
            yield Added(one.input, refused=(one,))
        elif isinstance(one, Added):
            yield one


def settle_record(conn: sqlite3.Connection) -> bool:
    """Settles what was read or judged since, and all where the rules changed; says whether it came to an end with that.

    Each few articles are a transaction with all that they touch: killed at any moment, the rest is settled the next
    time. Where another process keeps adding meanwhile, what it adds is left to that one.
    """
    edition = settling_edition()
    if tallies.settled_with(conn) == edition:
        tell_changes(conn)  # what an interruption left untold
        return False
    decided = refreshed(conn)
    with transaction(conn):
        _begin(conn, edition, decided)
        rounds = touched.counted(conn) // BATCH + 1
    for _ in range(rounds):
        with transaction(conn):
            settle_batch(conn, touched.next_touched(conn, BATCH), decided)
            if not touched.counted(conn):
                tallies.up_to_date(conn, edition)
                break
    else:
        return False
    tell_changes(conn)
    return True


def _begin(conn: sqlite3.Connection, edition: str, decided: Decided) -> None:
    """Takes everything anew where the rules changed, and what is judged where judgements did."""
    before = tallies.mark(conn, "settling")
    if before != edition:
        touched.touch_all(conn)
        settling.set_note(conn, "rules", edition if before else None)
        tallies.set_mark(conn, "settling", edition)
    if judged := note_decided(conn, decided):
        touched.touch(conn, judged)


def _line(
    conn: sqlite3.Connection, inputs: Iterable[Piece | Rejected], config: Config, again: Again, *, now: str
) -> Iterator[Source | Rejected | Added]:
    """The inputs in order: to be read, refused, or known. A reader may take several before the first is kept."""
    edition = reading_edition(config)
    for one in inputs:
        if isinstance(one, Rejected):
            yield written(one)
            continue
        source = source_of(one.name, one.data, capture=one.capture)
        if len(source.data) > config.max_page_bytes:
            # Only the beginning of it was read in: such bytes are no evidence.
            yield Rejected(source.name, "read", f"too large: over {config.max_page_bytes:,} bytes")
        elif source.digest in again:
            again[source.digest].append(_kept(source, now))
            yield Added(source.name, known=True)
        elif finds.read_with(conn, source.digest) == edition:
            _note_again(conn, _kept(source, now))
            yield Added(source.name, known=True)
        else:
            again[source.digest] = []
            yield source


def _note_again(conn: sqlite3.Connection, one: Kept) -> None:
    """Notes a new capture of bytes that are kept and read; looks first, so that adding again writes nothing."""
    if not pages.captured(conn, one):
        with transaction(conn):
            pages.keep_capture(conn, one)


def _kept(source: Source, now: str) -> Kept:
    return Kept(source.digest, source.name, now, source.capture or Capture())


def _keep(conn: sqlite3.Connection, read: Read, edition: str, now: str) -> Added:
    source = read.source
    found = [one for one in read.results if isinstance(one, Reading)]
    refused = tuple(replace(one, digest=source.digest) for one in read.results if isinstance(one, Rejected))
    rejected.forget_input(conn, source.name)
    pages.keep_page(conn, _kept(source, now), source.data)
    own = [one for one in found if _keep_reading(conn, one, edition)]
    for one in refused:
        rejected.keep_rejected(conn, one, edition)
    touched.touch_dropped(conn, source.digest, edition)
    dropped = finds.finish(conn, source.digest, edition)
    if found or dropped:
        touched.touch(conn, (one.article.id for one in own))
    said = sum(len(one.statements) for one in own)
    return Added(source.name, articles=len(own), repeats=len(found) - len(own), statements=said, refused=refused)


def _keep_reading(conn: sqlite3.Connection, reading: Reading, edition: str) -> bool:
    """Keeps an article and its statements; False where another page gave the same and only this is noted."""
    article = reading.article
    same = articles.same_article(conn, article.url, article.text, other_than=article.digest)
    own = same is None and articles.keep_article(conn, article)
    if own:
        statements.keep_statements(conn, article.id, reading.statements)
        repeats.note_lines(conn, article)
    finds.found(conn, article.digest, same or article.id, edition)
    return own
