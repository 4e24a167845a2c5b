"""ClaimReview (schema.org): only claims of which a person signed an assessment, and nothing but what was signed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import Part, claims_in, part_of
from onrecord.publish.json_files import Json, write_list
from onrecord.publish.linked import CONTEXT, review_ld
from onrecord.publish.writing import Written
from onrecord.store.opening import snapshot

name = "claimreview"
tells = "schema.org ClaimReview, of claims that somebody signed an assessment of"
of = ("claim", "story")


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes the file ``out``; of claims that nobody assessed there is nothing in it. Raises OSError, UsageError."""
    only.check(name, of)
    with snapshot(conn):
        part = part_of(conn, only)
        return Written({out: write_list(out, {"@context": CONTEXT}, "@graph", _reviews(conn, part, only))})


def _reviews(conn: sqlite3.Connection, part: Part, only: Chosen) -> Iterator[Json]:
    for claim, signed in claims_in(conn, part):
        if signed:
            yield review_ld(claim, signed, only)
