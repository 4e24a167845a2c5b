"""Watching: what changed of what somebody watches, and the forms that begin, end and direct it."""

from __future__ import annotations

import re
import secrets
import sqlite3

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from onrecord.errors import UsageError
from onrecord.model import WATCH_KINDS, Watch, WatchKind
from onrecord.pipeline.watching import begin, check_hook, check_mail
from onrecord.publish.pages.watching import secret_page, watching_page
from onrecord.store import watches
from onrecord.store.opening import transaction
from onrecord.web.acting import Sent, act
from onrecord.web.connections import Connections
from onrecord.web.noticing import number
from onrecord.web.reading import answer
from onrecord.web.visitors import addresses, visitor

_BACK = re.compile(r"/(?![/\\])[^\\\x00-\x1f\x7f]{0,1999}")
SHOWN_ONCE = 100  # secrets that wait to be shown


def watching(request: Request) -> Response:
    """/watching, /watching?before=CHANGE"""
    _named(request)
    before = number(request.query_params.get("before", ""))
    return answer(request, lambda conn, to: watching_page(conn, to, before=before), keep=False)


async def watch(request: Request) -> Response:
    """POST /watch: kind, key, label, back"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        kind: WatchKind | None = next((one for one in WATCH_KINDS if one == sent.one("kind")), None)
        key, label = sent.one("key", longest=500), sent.one("label", longest=500)
        if kind is None or not key or not sent.reader.name:
            raise UsageError("say what is to be watched: use the button on the page of a claim, story or speaker")
        begin(conn, sent.reader.name, (kind, key, label))
        return _back(sent)

    return await act(request, "reader", do)


async def unwatch(request: Request) -> Response:
    """POST /unwatch: id, or kind and key; back"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        one = _own(conn, sent) if sent.one("id") else None
        one = one or watches.of_key(conn, sent.reader.name, sent.one("kind"), sent.one("key", longest=500))
        if one:
            with transaction(conn):
                watches.unwatch(conn, one.id)
        return _back(sent)

    return await act(request, "reader", do)


async def ways(request: Request) -> Response:
    """POST /watching/ways: id, mail, hook, paused"""
    once = _secrets(request)

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        one = _own(conn, sent)
        mail, hook = check_mail(sent.one("mail")), sent.one("hook")
        if hook != one.hook:  # one that was kept with --allow-private stays
            check_hook(hook)
        with transaction(conn):
            for way, value, was in (("mail", mail, one.mail), ("hook", hook, one.hook)):
                if value != was:
                    watches.set_way(conn, one.id, way, value)
            watches.set_paused(conn, one.id, paused=bool(sent.one("paused")))
        if not hook or hook == one.hook:
            return "/watching"
        ticket = secrets.token_urlsafe(16)
        once[ticket] = one.id
        for late in list(once)[:-SHOWN_ONCE]:
            del once[late]
        return f"/watching/secret/{ticket}"

    return await act(request, "reader", do)


def secret(request: Request) -> Response:
    """/watching/secret/TICKET: the secret of a webhook, the first time it is asked for"""
    id_ = _secrets(request).pop(request.path_params["ticket"], None)
    if id_ is None:
        raise HTTPException(404)
    connections: Connections = request.app.state.connections
    with connections.reading() as conn:
        one = watches.by_id(conn, id_)
    if one is None or one.who != visitor(request).name:
        raise HTTPException(404)
    return HTMLResponse(secret_page(addresses(request), one), headers={"cache-control": "no-store"})


async def feed(request: Request) -> Response:
    """POST /watching/feed: id; the feed gets another address"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        one = _own(conn, sent)
        with transaction(conn):
            watches.new_feed(conn, one.id)
        return "/watching"

    return await act(request, "reader", do)


async def looked(request: Request) -> Response:
    """POST /watching/seen: upto"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        with transaction(conn):
            watches.set_seen(conn, sent.reader.name, number(sent.one("upto")))
        return "/watching"

    return await act(request, "reader", do)


def _own(conn: sqlite3.Connection, sent: Sent) -> Watch:
    one = watches.by_id(conn, number(sent.one("id")))
    if one is None or one.who != sent.reader.name:
        raise UsageError("that watch is not there any more; see what you watch")
    return one


def _back(sent: Sent) -> str:
    back = sent.one("back")
    return back if _BACK.fullmatch(back) else "/watching"


def _named(request: Request) -> None:
    if not visitor(request).name:
        raise HTTPException(403)


def _secrets(request: Request) -> dict[str, int]:
    """Watches whose secret waits to be shown, by ticket; as long as the desk runs."""
    held: dict[str, int] = request.app.state.hook_secrets
    return held


ROUTES = (
    Route("/watching", watching),
    Route("/watch", watch, methods=["POST"]),
    Route("/unwatch", unwatch, methods=["POST"]),
    Route("/watching/ways", ways, methods=["POST"]),
    Route("/watching/feed", feed, methods=["POST"]),
    Route("/watching/seen", looked, methods=["POST"]),
    Route("/watching/secret/{ticket}", secret),
)
