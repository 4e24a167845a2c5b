"""Who comes in: the session or the token that a request brings is looked up, and whoever has neither is asked."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import RecordError
from onrecord.model import Reader
from onrecord.model.moments import STAMP
from onrecord.pipeline.deeds import kept_as
from onrecord.pipeline.signing_in import IDLE
from onrecord.publish.addresses import Addresses
from onrecord.publish.rendering import edition
from onrecord.store import people, sessions, tokens
from onrecord.store.opening import open_record, transaction
from onrecord.store.state import never_wait
from onrecord.web.connections import Connections, file_at
from onrecord.web.cookies import LONGEST_SECRET, SESSION
from onrecord.web.entrance import Entrance
from onrecord.web.guard import READING, by_token
from onrecord.web.troubles import API, trouble
from onrecord.web.visitors import NOBODY_ADDED

FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
LOG = logging.getLogger(__name__)
STATIC = "/static/"
OPEN = ("/sign-in", "/welcome", "/healthz")  # what nobody needs to sign in for, beside static files
WATCH_FEEDS = "/feeds/watches/"
TOUCH_AFTER = timedelta(minutes=10)
MOST_TOUCHED = 1_000
SIGN_IN = (
    "Sign in first",
    "What you sent was not done: nobody is signed in here, or no more. Sign in and do it again.",
)


@dataclass(frozen=True, slots=True)
class Came:
    """Who came: as the pages know them, by which secret, and what is to be noted of it."""

    reader: Reader
    secret: str = ""
    stale: Callable[[sqlite3.Connection], None] | None = None


class Door:
    """An application behind the question who comes. Puts into the scope: reader, token (whether by one), sign_in."""

    def __init__(self, app: ASGIApp, record: Path, entrance: Entrance, machine: Reader) -> None:
        self._app = app
        self._record = record
        self._connections = Connections(record)
        self._entrance = entrance
        self._machine = machine
        self._to = Addresses(edition())
        self._touched: OrderedDict[str, float] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(STATIC):
            await self._app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                _keep_private(message)
            await send(message)

        try:
            came = self._who(scope)
        except (RecordError, sqlite3.Error) as error:
            shown = trouble(scope["path"], self._to, 503, told=("No record to show", str(error)))
            await shown(scope, receive, answer)
            return
        refused = self._asked_to_sign_in(scope, came)
        if came is not None and came.stale is not None:
            await self._touch(came)
        reader = came.reader if came else Reader()
        inner = {**scope, "reader": reader, "token": reader.way == "token", "sign_in": came.secret if came else ""}
        await (refused or self._app)(inner, receive, answer)

    def _who(self, scope: Scope) -> Came | None:
        """Who came; None where a token is brought that does not hold. Raises RecordError."""
        headers = Headers(scope=scope)
        if file_at(self._record) is None:  # then there is nothing to be read either
            return Came(self._without_people(headers))
        now = datetime.now(UTC)
        with self._connections.reading() as conn:
            if by_token(scope["path"], dict(headers.raw)):
                return _by_token(conn, headers["authorization"][7:].strip(), now)
            secret = self._cookie(headers)
            found = _by_session(conn, secret, now) if secret else None
            if found is not None:
                return found
            return Came(Reader(way="stranger") if people.anybody(conn) else self._without_people(headers))

    def _cookie(self, headers: Headers) -> str:
        """The session's secret; empty where none was sent."""
        sent = cookie_parser(headers.get("cookie", "")).get(self._entrance.cookie(SESSION), "")
        return sent if len(sent) <= LONGEST_SECRET else ""

    def _without_people(self, headers: Headers) -> Reader:
        """Whoever is at the machine, unless the request shows that it came through a proxy the desk was not told of."""
        here = self._entrance.local and not any(one in headers for one in FORWARDED)
        return self._machine if here else Reader(way="nobody_added")

    def _asked_to_sign_in(self, scope: Scope, came: Came | None) -> Response | None:
        """The answer to a request that is not let in."""
        path, reading = scope["path"], scope["method"] in READING
        if came is None:
            told = ("No such token", "That token is not known here, was revoked, or has ended.")
            return trouble(path, self._to, 401, told=told, headers={"www-authenticate": 'Bearer error="invalid_token"'})
        if came.reader.way == "nobody_added" and not reading:
            return trouble(path, self._to, 403, told=("Only reading", NOBODY_ADDED))
        if came.reader.way != "stranger" or path in OPEN or (reading and self._entrance.open_reading):
            return None
        if reading and path.startswith(WATCH_FEEDS):  # the address of a watch's feed is its secret
            return None
        return self._ask(scope)

    def _ask(self, scope: Scope) -> Response:
        """The way to sign in, as whoever asked can use it."""
        path, reading = scope["path"], scope["method"] in READING
        if path.startswith(API):
            told = ("Sign in first", "Send a token: Authorization: Bearer onr_...; an admin makes one.")
            return trouble(path, self._to, 401, told=told, headers={"www-authenticate": "Bearer"})
        address = f"{OPEN[0]}?{urlencode({'next': _asked(scope)})}" if reading else OPEN[0]
        if "hx-request" in Headers(scope=scope):  # a part of a page: the whole page has to go
            return Response(status_code=401, headers={"hx-redirect": OPEN[0], "cache-control": "no-store"})
        if reading:
            return RedirectResponse(address, 303, headers={"cache-control": "no-store"})
        return trouble(path, self._to, 401, told=SIGN_IN, headers={"www-authenticate": 'Form realm="onrecord"'})

    async def _touch(self, came: Came) -> None:
        """Notes the use, if that is possible at once; a busy record is asked again a while later."""
        key, now = kept_as(came.secret).hex(), time.monotonic()
        if now - self._touched.get(key, -TOUCH_AFTER.total_seconds()) < TOUCH_AFTER.total_seconds() / 10:
            return
        self._touched[key] = now
        while len(self._touched) > MOST_TOUCHED:
            self._touched.popitem(last=False)
        await run_in_threadpool(self._note, came)

    def _note(self, came: Came) -> None:
        try:
            with closing(open_record(self._record, make=False)) as conn:
                never_wait(conn)
                with transaction(conn):
                    if came.stale is not None:
                        came.stale(conn)
        except (sqlite3.Error, RecordError) as error:
            LOG.info("event=use_not_noted error=%s", error)


def _by_token(conn: sqlite3.Connection, secret: str, now: datetime) -> Came | None:
    at = now.strftime(STAMP)
    held = tokens.whose(conn, kept_as(secret), at) if len(secret) <= LONGEST_SECRET else None
    if held is None:
        return None
    day = at[:10]
    noted = None if held.used == day else lambda own: tokens.touch(own, held.id, day=day)
    return Came(Reader(held.name, held.may, "token"), secret, noted)


def _by_session(conn: sqlite3.Connection, secret: str, now: datetime) -> Came | None:
    hashed, at = kept_as(secret), now.strftime(STAMP)
    found = sessions.whose(conn, hashed, "session", at, used_since=(now - IDLE).strftime(STAMP))
    if found is None:
        return None
    person, session = found
    fresh = session.seen > (now - TOUCH_AFTER).strftime(STAMP)
    noted = None if fresh else lambda own: sessions.touch(own, hashed, seen=at)
    return Came(Reader(person.name, person.role, "session"), secret, noted)


def _asked(scope: Scope) -> str:
    path = scope.get("raw_path", b"").decode("latin-1").partition("?")[0] or scope["path"]
    query = scope["query_string"].decode("latin-1")
    return f"{path}?{query}" if query else path


def _keep_private(message: Message) -> None:
    """No answer is for anybody but who asked: nothing between keeps it, and a browser asks each time."""
    headers = MutableHeaders(raw=list(message["headers"]))
    said = headers.get("cache-control", "no-store")
    if "no-store" not in said and "private" not in said:
        headers["cache-control"] = "private, no-cache"
    else:
        headers["cache-control"] = said
    if "cookie" not in headers.get("vary", ""):
        headers.add_vary_header("cookie")
    message["headers"] = headers.raw
