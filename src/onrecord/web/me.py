"""Oneself: the pass phrase, where one is signed in, and one's tokens."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import UsageError
from onrecord.model import SCOPES, Person, Scope
from onrecord.model.moments import STAMP
from onrecord.pipeline import people_tokens, signing_in
from onrecord.pipeline.deeds import kept_as
from onrecord.pipeline.people import find
from onrecord.publish.pages.people import SAID, Shown, me_page
from onrecord.store import sessions, tokens
from onrecord.store.opening import open_record, transaction
from onrecord.text.sign_in_names import compared
from onrecord.web.acting import Sent, act
from onrecord.web.cookies import SESSION, carried, deed
from onrecord.web.proving import TooOften
from onrecord.web.sign_in import FIELDS, NEVER, check_same, now, reading
from onrecord.web.throttle import Try
from onrecord.web.visitors import addresses, visitor


def me(request: Request) -> Response:
    """GET /me"""
    _signed_in(request)
    with reading(request).reading() as conn:
        return _page(request, conn, Shown(said=SAID.get(request.query_params.get("said", ""), "")))


async def change_phrase(request: Request) -> Response:
    """POST /me/phrase"""
    name = _signed_in(request)
    async with request.form(max_fields=FIELDS, max_files=0) as form:
        sent = Sent(form, visitor(request))
        old, phrase, again = (sent.secret(one) for one in ("old", "phrase", "again"))
    # Whoever sits at an open session may not try phrases at will either: the session is counted.
    trying = Try(compared(name), "", f"session {kept_as(carried(request, SESSION)).hex()[:12]}")
    try:
        check_same(phrase, again)
        proof = await request.app.state.proving.prove(trying, lambda: _proved(request, name, old))
        await run_in_threadpool(_change, request, proof, phrase)
    except TooOften as error:
        raise HTTPException(
            429, f"Too many tries. Wait {error.seconds} seconds.", {"retry-after": str(error.seconds)}
        ) from error
    except UsageError as error:
        return await run_in_threadpool(_with, request, Shown(wrong=error.args[0]))
    return RedirectResponse("/me?said=phrase", 303, headers=NEVER)


async def end_session(request: Request) -> Response:
    """POST /me/sessions"""
    name = _signed_in(request)

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        with transaction(conn):
            if not sessions.end_called(conn, find(conn, name).id, sent.one("session")):
                raise UsageError("that session had ended already")
        return "/me?said=ended"

    return await act(request, "reader", do)


async def everywhere(request: Request) -> Response:
    """POST /me/everywhere"""
    name, here = _signed_in(request), carried(request, SESSION)

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        signing_in.sign_out_everywhere(conn, deed(request), find(conn, name), but=here)
        return "/me?said=everywhere"

    return await act(request, "reader", do)


async def make_token(request: Request) -> Response:
    """POST /me/tokens; the token is shown on the page that answers, and never again"""
    name = _signed_in(request)

    def do(conn: sqlite3.Connection, sent: Sent) -> Response:
        _, secret = people_tokens.give(conn, deed(request), find(conn, name), _wanted(sent))
        return _page(request, conn, Shown(said="Your token is made.", secret=secret))

    return await act(request, "reader", do)


async def revoke_token(request: Request) -> Response:
    """POST /me/revoke"""
    name = _signed_in(request)

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        people_tokens.revoke(conn, deed(request), whole(sent.one("token")), only_of=name)
        return "/me?said=revoked"

    return await act(request, "reader", do)


def whole(value: str) -> int:
    """A number as a form sends it. Raises UsageError."""
    if not (value.isascii() and value.isdecimal() and len(value) <= 9):
        raise UsageError(f"{value[:20]!r} is no whole number")
    return int(value)


def _signed_in(request: Request) -> str:
    """The name of who is signed in. Raises HTTPException where nobody is."""
    reader = visitor(request)
    if reader.way == "stranger":
        raise HTTPException(401, "Sign in first.")
    if reader.way != "session":
        raise HTTPException(404)
    return reader.name


def _proved(request: Request, name: str, old: str) -> signing_in.Proof | None:
    with reading(request).reading() as conn:
        return signing_in.proved(conn, name, old)


def _change(request: Request, proof: signing_in.Proof | None, phrase: str) -> None:
    with closing(open_record(request.app.state.record, make=False)) as conn:
        signing_in.change(conn, deed(request), proof, phrase, keep=carried(request, SESSION))


def _wanted(sent: Sent) -> people_tokens.Wanted:
    scopes: dict[str, Scope] = {one: one for one in SCOPES}
    scope = scopes.get(sent.one("scope"))
    if scope is None:
        raise UsageError(f"a token's scope is one of: {', '.join(SCOPES)}")
    days = sent.one("days")
    return people_tokens.Wanted(scope, sent.one("label"), whole(days) if days else None)


def _with(request: Request, shown: Shown) -> Response:
    with reading(request).reading() as conn:
        return _page(request, conn, shown)


def _page(request: Request, conn: sqlite3.Connection, shown: Shown) -> Response:
    one: Person = find(conn, visitor(request).name)
    since = (datetime.now(UTC) - signing_in.IDLE).strftime(STAMP)
    own = sessions.of_person(conn, one.id, now(), used_since=since)
    here = kept_as(carried(request, SESSION)).hex()[: sessions.SHOWN]
    page = me_page(addresses(request), own, tokens.of_person(conn, one.id), here=here, shown=shown)
    return HTMLResponse(page.encode("utf-8", "replace"), 400 if shown.wrong else 200, headers=NEVER)


ROUTES = (
    Route("/me", me),
    Route("/me/phrase", change_phrase, methods=["POST"]),
    Route("/me/sessions", end_session, methods=["POST"]),
    Route("/me/everywhere", everywhere, methods=["POST"]),
    Route("/me/tokens", make_token, methods=["POST"]),
    Route("/me/revoke", revoke_token, methods=["POST"]),
)
