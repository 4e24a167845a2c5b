"""W3C Web Annotation Data Model: a page of annotations, one for each statement, each in its place."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from onrecord.publish.annotations import CONTEXT, annotation
from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import Part, part_of, read_in
from onrecord.publish.json_files import Json, write_list
from onrecord.publish.naming import urn
from onrecord.publish.writing import Written
from onrecord.store import pages
from onrecord.store.opening import snapshot

name = "annotation"
tells = "W3C Web Annotations: each statement in its place"
of = ("article", "claim", "story")


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes the file ``out``. Raises OSError."""
    wanted = "-".join((*only.articles, *only.claims, *only.stories)) or "all"
    head = {"@context": CONTEXT, "id": urn("annotations", wanted), "type": "AnnotationPage", "startIndex": 0}
    with snapshot(conn):
        return Written({out: write_list(out, head, "items", _annotations(conn, part_of(conn, only), only))})


def _annotations(conn: sqlite3.Connection, part: Part, only: Chosen) -> Iterator[Json]:
    for read in read_in(conn, part):
        evidence = pages.evidence(conn, [read.article.digest]).get(read.article.digest)
        behind = evidence.behind(read.article.url) if evidence else None
        yield from (annotation(read.article, told, behind, only) for told in read.told)
