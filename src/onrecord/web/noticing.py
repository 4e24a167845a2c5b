"""What an editor's page has to know of judgements: the last one it has seen, and the one just given."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from starlette.requests import Request

from onrecord.publish.addresses import Addresses
from onrecord.publish.notices import notice
from onrecord.store import judgement_log

DONE = "done"  # asked for with the number of what was just decided
LONGEST = 15  # digits of a number that SQLite can hold


def noticing(conn: sqlite3.Connection, request: Request, to: Addresses) -> Addresses:
    """The addresses for an editor's page of the record as it is now; for a reader, as they are."""
    if not to.reader.edits:
        return to
    asked = number(request.query_params.get(DONE, ""))
    told = notice(conn, asked, busy=request.app.state.settler.busy) if asked else None
    return replace(to, judged=judgement_log.last(conn), notice=told)


def number(value: str) -> int:
    """The number as it is written, 0 where it is none."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) <= LONGEST else 0
