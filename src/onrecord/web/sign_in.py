"""Signing in and out, and choosing a pass phrase by a link."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import RecordError, UsageError
from onrecord.model.moments import STAMP
from onrecord.pipeline import signing_in
from onrecord.pipeline.deeds import Deed, kept_as
from onrecord.publish.pages.people import Shown, sign_in_page, welcome_page
from onrecord.store import people, sessions
from onrecord.store.opening import open_record
from onrecord.store.state import never_wait
from onrecord.text.sign_in_names import compared
from onrecord.web.acting import Sent
from onrecord.web.connections import Connections
from onrecord.web.cookies import BROWSER, SESSION, carried, deed, hand_out, take_back
from onrecord.web.onward import onward
from onrecord.web.proving import TooOften
from onrecord.web.throttle import Try
from onrecord.web.visitors import addresses, visitor

LOG = logging.getLogger(__name__)
NEVER = {"cache-control": "no-store"}
WRONG = "That name and that pass phrase do not belong together. Capitals and blanks in the phrase count."
CHOSEN = "Your pass phrase is kept. Sign in with it."
MAX_NAME = 200
FIELDS = 10


def shown_sign_in(request: Request) -> Response:
    """GET /sign-in?next=PATH"""
    then = onward(request.query_params.get("next", "/"))
    if visitor(request).way != "stranger":
        return RedirectResponse(then, 303, headers=NEVER)
    said = CHOSEN if request.query_params.get("said") == "phrase" else ""
    return _page(request, then, shown=Shown(said=said))


async def sign_in(request: Request) -> Response:
    """POST /sign-in"""
    async with request.form(max_fields=FIELDS, max_files=0) as form:
        sent = Sent(form, visitor(request))
        name, phrase, then = sent.secret("name")[:MAX_NAME], sent.secret("phrase"), onward(sent.secret("next"))
    if not await run_in_threadpool(_anybody, request):
        return RedirectResponse("/", 303, headers=NEVER)
    trying = await run_in_threadpool(_trying, request, name)
    try:
        proof = await request.app.state.proving.prove(trying, lambda: _proved(request, name, phrase))
        if proof is None:
            await run_in_threadpool(_note_failure, request, deed(request), name)
            return _page(request, then, name=name, status=403, shown=Shown(wrong=WRONG))
        begun = await run_in_threadpool(_begun, request, deed(request, by=proof.person.name), proof)
    except TooOften as error:
        wrong = f"Too many tries from here. Wait {error.seconds} seconds, then try again."
        answer = _page(request, then, name=name, status=429, shown=Shown(wrong=wrong))
        answer.headers["retry-after"] = str(error.seconds)
        return answer
    except UsageError as error:
        return _page(request, then, name=name, status=403, shown=Shown(wrong=error.args[0]))
    answer = RedirectResponse(then, 303, headers=NEVER)
    hand_out(request, answer, begun)
    return answer


def sign_out(request: Request) -> Response:
    """POST /sign-out"""
    secret = carried(request, SESSION)
    with closing(open_record(request.app.state.record, make=False)) as conn:
        signing_in.sign_out(conn, deed(request), secret)
    answer = RedirectResponse("/sign-in", 303, headers=NEVER)
    take_back(request, answer)
    return answer


def shown_welcome(request: Request) -> Response:
    """GET /welcome?key=SECRET"""
    key = request.query_params.get("key", "")
    return _welcome(request, key)


async def welcome(request: Request) -> Response:
    """POST /welcome"""
    async with request.form(max_fields=FIELDS, max_files=0) as form:
        sent = Sent(form, visitor(request))
        key, phrase, again = sent.secret("key"), sent.secret("phrase"), sent.secret("again")
    try:
        check_same(phrase, again)
        await run_in_threadpool(_chosen, request, key, phrase)
    except UsageError as error:
        return await run_in_threadpool(_welcome, request, key, wrong=error.args[0])
    return RedirectResponse("/sign-in?said=phrase", 303, headers=NEVER)


def healthz(request: Request) -> Response:
    """GET /healthz"""
    return PlainTextResponse("ok\n", headers=NEVER)


def check_same(phrase: str, again: str) -> None:
    """UsageError where a new pass phrase was typed in two ways."""
    if phrase != again:
        raise UsageError("the two pass phrases are not the same; type it twice alike")


def reading(request: Request) -> Connections:
    """Connections that read the record."""
    connections: Connections = request.app.state.connections
    return connections


def now() -> str:
    """This moment, as the record keeps it."""
    return datetime.now(UTC).strftime(STAMP)


def _anybody(request: Request) -> bool:
    with reading(request).reading() as conn:
        return people.anybody(conn)


def _trying(request: Request, name: str) -> Try:
    """Who tries: a browser that is known for this name is counted by itself."""
    key, address = compared(name)[:MAX_NAME], request.client.host if request.client else ""
    secret = carried(request, BROWSER)
    if secret:
        with reading(request).reading() as conn:
            found = sessions.whose(conn, kept_as(secret), "browser", now())
        if found and compared(found[0].name) == key:
            return Try(key, address, found[1].id)
    return Try(key, address)


def _proved(request: Request, name: str, phrase: str) -> signing_in.Proof | None:
    with reading(request).reading() as conn:
        return signing_in.proved(conn, name, phrase)


def _begun(request: Request, doing: Deed, proof: signing_in.Proof) -> signing_in.Begun:
    browser, ending = request.headers.get("user-agent", ""), carried(request, SESSION)
    with closing(open_record(request.app.state.record, make=False)) as conn:
        return signing_in.begin(conn, doing, proof, browser, ending=ending)


def _note_failure(request: Request, doing: Deed, name: str) -> None:
    record: Path = request.app.state.record
    try:
        with closing(open_record(record, make=False)) as conn:
            never_wait(conn)
            signing_in.failed(conn, doing, name)
    except (sqlite3.Error, RecordError) as error:  # it is refused all the same
        LOG.warning("event=failure_not_noted error=%s", error)


def _chosen(request: Request, key: str, phrase: str) -> None:
    with closing(open_record(request.app.state.record, make=False)) as conn:
        one = signing_in.invited(conn, key, now())
        signing_in.choose(conn, deed(request, by=one.name if one else ""), key, phrase)


def _welcome(request: Request, key: str, *, wrong: str = "") -> Response:
    with reading(request).reading() as conn:
        one = signing_in.invited(conn, key, now())
    page = welcome_page(addresses(request), name=one.name if one else "", key=key, shown=Shown(wrong=wrong))
    return HTMLResponse(page.encode("utf-8", "replace"), 400 if wrong else 200 if one else 404, headers=NEVER)


def _page(request: Request, then: str, *, name: str = "", status: int = 200, shown: Shown) -> Response:
    page = sign_in_page(addresses(request), then=then, name=name, shown=shown)
    return HTMLResponse(page.encode("utf-8", "replace"), status, headers=NEVER)


ROUTES = (
    Route("/sign-in", shown_sign_in),
    Route("/sign-in", sign_in, methods=["POST"]),
    Route("/sign-out", sign_out, methods=["POST"]),
    Route("/welcome", shown_welcome),
    Route("/welcome", welcome, methods=["POST"]),
    Route("/healthz", healthz),
)
