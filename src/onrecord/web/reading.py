"""One record, opened afresh for every request: what another process adds is there at the next reload."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord.publish.addresses import Addresses
from onrecord.store.opening import open_record, snapshot
from onrecord.web.noticing import noticing
from onrecord.web.visitors import addresses

Making = Callable[[sqlite3.Connection, Addresses], str | None]


def answer(request: Request, make: Making) -> HTMLResponse:
    """The page that ``make`` makes of the record; 404 where it makes none. Raises RecordError."""
    record: Path = request.app.state.record
    with closing(open_record(record, readonly=True)) as conn, snapshot(conn):
        page = make(conn, noticing(conn, request, addresses(request)))
    if page is None:
        raise HTTPException(404)
    # A lone surrogate in a name that somebody typed must not break the page.
    return HTMLResponse(page.encode("utf-8", "replace"), headers={"cache-control": "no-cache"})
