"""JSON-LD 1.1 in the vocabulary of schema.org: articles, what is quoted in them, and claims, tied by their names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from onrecord.model import Copy
from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import Part, claims_in, part_of, read_in, stories_in
from onrecord.publish.json_files import Json, write_list
from onrecord.publish.linked import CONTEXT, article_ld, claim_ld, statement_ld, story_ld
from onrecord.publish.writing import Written
from onrecord.store import copies
from onrecord.store.opening import snapshot

name = "jsonld"
tells = "schema.org: NewsArticle, Quotation, Claim"
of = ("article", "claim", "story")


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes the file ``out``. Raises OSError."""
    with snapshot(conn):
        return Written({out: write_list(out, {"@context": CONTEXT}, "@graph", _graph(conn, part_of(conn, only), only))})


def _graph(conn: sqlite3.Connection, part: Part, only: Chosen) -> Iterator[Json]:
    edges: dict[str, list[Copy]] = {}
    for edge in copies.copies(conn):
        edges.setdefault(edge.article, []).append(edge)
    for read in read_in(conn, part):
        yield article_ld(read.article, read.told, edges.get(read.article.id, ()), only)
        yield from (statement_ld(told, read.article.outlet) for told in read.told)
    yield from (claim_ld(claim, only) for claim, _ in claims_in(conn, part))
    yield from (story_ld(story, only) for story in stories_in(conn, part))
