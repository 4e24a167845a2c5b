"""Atom feeds: of a claim, story, party or search, of all that changed status, and of one watch by its secret."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from email.utils import format_datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.addresses import Addresses
from onrecord.publish.atom import TYPE, Feed, atom
from onrecord.publish.pages.feeds import party_feed, search_feed, settled_feed, today_feed, watch_feed
from onrecord.web.connections import Connections
from onrecord.web.kept import page_of, sent
from onrecord.web.visitors import addresses

Making = Callable[[sqlite3.Connection, Addresses], Feed | None]


def claim(request: Request) -> Response:
    """/feeds/claims/ID.atom"""
    return _feed(request, lambda conn, to: settled_feed(conn, to, "claim", request.path_params["id"]))


def story(request: Request) -> Response:
    """/feeds/stories/ID.atom"""
    return _feed(request, lambda conn, to: settled_feed(conn, to, "story", request.path_params["id"]))


def party(request: Request) -> Response:
    """/feeds/parties/NAME.atom"""
    return _feed(request, lambda conn, to: party_feed(conn, to, request.path_params["name"]))


def search(request: Request) -> Response:
    """/feeds/search.atom?q=WORDS"""
    words = request.query_params.get("q", "").strip()
    return _feed(request, lambda conn, to: search_feed(conn, to, words))


def today(request: Request) -> Response:
    """/feeds/today.atom: every claim whose status changed"""
    return _feed(request, today_feed)


def watch(request: Request) -> Response:
    """/feeds/watches/SECRET.atom: nobody has to sign in for it, its address is known to its reader only"""
    return _feed(request, lambda conn, to: watch_feed(conn, to, request.path_params["secret"]))


def _feed(request: Request, make: Making) -> Response:
    to = addresses(request)
    whole = replace(to, root=f"{to.origin}/")
    connections: Connections = request.app.state.connections
    with connections.reading() as conn:
        feed = make(conn, whole)
    if feed is None:
        raise HTTPException(404)
    answer = sent(page_of(atom(feed, whole), type=TYPE), request)
    answer.headers["last-modified"] = format_datetime(datetime.fromisoformat(feed.updated), usegmt=True)
    return answer


ROUTES = (
    Route("/feeds/today.atom", today),
    Route("/feeds/search.atom", search),
    Route("/feeds/claims/{id}.atom", claim),
    Route("/feeds/stories/{id}.atom", story),
    Route("/feeds/parties/{name:path}.atom", party),
    Route("/feeds/watches/{secret}.atom", watch),
)
