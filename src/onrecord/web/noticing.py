"""What an editor's page has to know of judgements: the last one it has seen, and the one just given."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from starlette.requests import Request

from onrecord.publish.addresses import Addresses
from onrecord.publish.notices import notice
from onrecord.store import judgement_log

DONE = "done"  # asked for with the number of what was just decided
# What an editor has just added, by the word in the address they came to.
TOLD = {
    "kept": "Kept. What it adds to claims and stories is worked in behind the pages, and is there when you load again.",
    "again": "This is on record already; that it came again is noted.",
}
LONGEST = 15  # digits of a number that SQLite can hold


def noticing(conn: sqlite3.Connection, request: Request, to: Addresses) -> Addresses:
    """The addresses for an editor's page of the record as it is now; for a reader, as they are."""
    if not to.reader.edits:
        return to
    told_of = TOLD.get(request.query_params.get("told", ""), "")
    asked = number(request.query_params.get(DONE, ""))
    told = notice(conn, asked, busy=request.app.state.settler.busy) if asked else None
    return replace(to, judged=judgement_log.last(conn), notice=told, told=told_of)


def number(value: str) -> int:
    """The number as it is written, 0 where it is none."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) <= LONGEST else 0
