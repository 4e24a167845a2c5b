"""The application: its routes, listed by hand, and its troubles."""

from __future__ import annotations

import getpass
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp

from onrecord.errors import RecordError
from onrecord.model import Reader
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.plain import trouble_page
from onrecord.publish.rendering import edition
from onrecord.web import (
    about,
    articles,
    claims,
    review,
    reviewing,
    search,
    sources,
    speakers,
    static,
    stories,
    takeaway,
    today,
)
from onrecord.web.connections import Connections, Watch
from onrecord.web.guard import Guard
from onrecord.web.keeping import Keeping
from onrecord.web.settler import Settler

# Each room lists its own; the first route that fits answers.
ROUTES = (
    *takeaway.ROUTES,  # before the pages, whose ids would take a format for a part of theirs
    *today.ROUTES,
    *stories.ROUTES,
    *articles.ROUTES,
    *claims.ROUTES,
    *speakers.ROUTES,
    *sources.ROUTES,
    *search.ROUTES,
    *about.ROUTES,
    *review.ROUTES,
    *reviewing.ROUTES,
    *static.ROUTES,
)


def desk(record: Path, host: str) -> ASGIApp:
    """The desk of a record, answering only under ``host`` (and, on a loopback address, under localhost)."""
    app = Starlette(
        routes=list(ROUTES),
        middleware=[Middleware(Keeping, Watch(record))],
        exception_handlers={HTTPException: _refused, RecordError: _unusable},
    )
    app.state.record = record
    app.state.connections = Connections(record)
    app.state.reader = _at_this_machine()
    app.state.settler = Settler(record)
    app.state.to = Addresses(edition())
    return Guard(app, host, app.state.to)


def _at_this_machine() -> Reader:
    try:
        return Reader(getpass.getuser(), "admin")
    except (OSError, KeyError):  # no name is known of whoever runs this
        return Reader("desk", "admin")


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    title, message = "Not on record", "There is no such page. It may have been settled anew under another address."
    return _trouble(request, status, title, message)


def _unusable(request: Request, error: Exception) -> Response:
    return _trouble(request, 503, "No record to show", str(error))


def _trouble(request: Request, status: int, title: str, message: str) -> Response:
    page = trouble_page(request.app.state.to, title, message)
    return HTMLResponse(page.encode("utf-8", "replace"), status, headers={"cache-control": "no-store"})
