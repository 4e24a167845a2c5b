"""The application: its routes, listed by hand, and its troubles."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from onrecord.errors import RecordError
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.plain import trouble_page
from onrecord.publish.rendering import edition
from onrecord.web import about, articles, claims, search, sources, speakers, static, stories, today
from onrecord.web.guard import Guard

ROUTES = (
    Route("/", today.today),
    Route("/stories", stories.stories),
    Route("/stories/{id}", stories.story),
    Route("/articles/{id}", articles.article),
    Route("/articles/{id}/page", articles.page),
    Route("/claims", claims.claims),
    Route("/claims/{id}", claims.claim),
    Route("/speakers", speakers.speakers),
    Route("/speakers/{name:path}", speakers.speaker),
    Route("/sources", sources.sources),
    Route("/sources/{name:path}", sources.source),
    Route("/search", search.search),
    Route("/about", about.about),
    Route("/static/{name:path}", static.static),
)


def desk(record: Path, host: str) -> ASGIApp:
    """The desk of a record, answering only under ``host`` (and, on a loopback address, under localhost)."""
    app = Starlette(routes=list(ROUTES), exception_handlers={HTTPException: _refused, RecordError: _unusable})
    app.state.record = record
    app.state.to = Addresses(edition())
    return Guard(app, host, app.state.to)


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    title, message = "Not on record", "There is no such page. It may have been settled anew under another address."
    return _trouble(request, status, title, message)


def _unusable(request: Request, error: Exception) -> Response:
    return _trouble(request, 503, "No record to show", str(error))


def _trouble(request: Request, status: int, title: str, message: str) -> Response:
    page = trouble_page(request.app.state.to, title, message)
    return HTMLResponse(page.encode("utf-8", "replace"), status, headers={"cache-control": "no-store"})
