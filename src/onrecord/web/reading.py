"""Pages of one record, each made of it in one state: what another process adds is there at the next request."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.publish.addresses import Addresses
from onrecord.web.connections import Connections
from onrecord.web.keeping import SLOT
from onrecord.web.kept import page_of, sent
from onrecord.web.noticing import DONE, noticing
from onrecord.web.visitors import addresses
from onrecord.web.watched import watched

Making = Callable[[sqlite3.Connection, Addresses], str | None]


def answer(request: Request, make: Making, *, keep: bool = True) -> Response:
    """The page that ``make`` makes of the record; 404 where it makes none. Raises RecordError.

    It is kept for whoever asked until the record changes, unless not ``keep``: for a page that hangs on anything but
    its address, its reader and the record (the time of day, say).
    """
    connections: Connections = request.app.state.connections
    with connections.reading() as conn:
        made = make(conn, watched(conn, noticing(conn, request, addresses(request))))
    if made is None:
        raise HTTPException(404)
    # A lone surrogate in a name that somebody typed must not break the page.
    page = page_of(made.encode("utf-8", "replace"))
    slot = request.scope.get(SLOT)
    if slot is not None and keep and DONE not in request.query_params:
        slot.page = page
    return sent(page, request)
