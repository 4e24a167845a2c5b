"""JSON Lines: a folder of tables, one row a line."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from onrecord.publish import versions
from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import Part, articles_in, claims_in, part_of, read_in
from onrecord.publish.judged import decisions
from onrecord.publish.record_json import (
    Json,
    article_row,
    capture_json,
    claim_json,
    copy_json,
    edit_json,
    first_copies,
    judgement_json,
    merge_json,
    rejected_json,
    statement_row,
    story_json,
)
from onrecord.publish.related import related_articles
from onrecord.publish.writing import Written
from onrecord.store import copies, pages, party_merges, rejected, stories
from onrecord.store.opening import snapshot

name = "jsonl"
tells = "a folder of JSON Lines, the whole record"
of = ()


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes the files into the folder ``out``, made if missing. Raises OSError, and UsageError for single things."""
    only.check(name, of)
    out.mkdir(parents=True, exist_ok=True)
    with snapshot(conn):
        paths = ((out / f"{table}.jsonl", rows) for table, rows in _tables(conn, part_of(conn, only)).items())
        return Written({path: _write(path, rows) for path, rows in paths})


def _tables(conn: sqlite3.Connection, part: Part) -> Mapping[str, Iterable[Json]]:
    return {
        "articles": _articles(conn, part),
        "rejected": (rejected_json(one) for one in rejected.rejected(conn)),
        "statements": _statements(conn, part),
        "claims": _claims(conn, part),
        "stories": (story_json(one) for one in stories.stories(conn)),
        "parties": (merge_json(one) for one in party_merges.merges(conn)),
        "copies": (copy_json(one) for one in copies.copies(conn)),
        "edits": (edit_json(one) for one in versions.edits(conn)),
        "captures": (capture_json(one) for one in pages.captures(conn)),
        "judgements": (judgement_json(one.judgement, one.outcome) for one in decisions(conn)),
    }


def _articles(conn: sqlite3.Connection, part: Part) -> Iterator[Json]:
    copied, before = first_copies(copies.copies(conn)), versions.before(conn)
    for one in articles_in(conn, part):
        yield article_row(
            one,
            copy_of=copied.get(one.id),
            version_of=before.get(one.id),
            evidence=pages.evidence(conn, [one.digest]).get(one.digest),
            related=[(other.article, other.by) for other in related_articles(conn, one.id)],
        )


def _claims(conn: sqlite3.Connection, part: Part) -> Iterator[Json]:
    for claim, signed in claims_in(conn, part):
        yield claim_json(claim, assessed=signed)


def _statements(conn: sqlite3.Connection, part: Part) -> Iterator[Json]:
    for read in read_in(conn, part):
        for one in read.told:
            yield statement_row(one.statement, party=one.party, claim=one.claim)


def _write(path: Path, rows: Iterable[Json]) -> int:
    # Written beside and renamed: whoever reads the folder never meets half a file.
    beside, count = path.with_name(f".{path.name}.part"), 0
    with beside.open("w", encoding="utf-8") as file:
        for count, row in enumerate(rows, 1):  # noqa: B007
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    beside.replace(path)
    return count
