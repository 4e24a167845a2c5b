"""Who may come to the desk: added, given roles, sent links, taken away; for admins."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from onrecord.errors import UsageError
from onrecord.model import ROLES, Person, Role
from onrecord.model.moments import STAMP
from onrecord.pipeline import people as access
from onrecord.pipeline import people_tokens
from onrecord.pipeline.signing_in import IDLE
from onrecord.publish.pages.people import SAID, Listed, Shown, people_page
from onrecord.store import people, sessions, tokens
from onrecord.web.acting import Sent, act
from onrecord.web.cookies import deed
from onrecord.web.me import whole
from onrecord.web.sign_in import NEVER, check_same, now, reading
from onrecord.web.visitors import addresses, entitled

MOST_EVENTS = 100


def shown_people(request: Request) -> Response:
    """GET /people"""
    entitled(request, "admin")
    with reading(request).reading() as conn:
        return _page(request, conn, Shown(said=SAID.get(request.query_params.get("said", ""), "")))


async def add(request: Request) -> Response:
    """POST /people/add; the first person is given a pass phrase, any other a link to choose one"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str | Response:
        role = _role(sent)
        if not people.anybody(conn):
            check_same(sent.secret("phrase"), sent.secret("again"))
            access.add(conn, deed(request), sent.one("name"), role, phrase=sent.secret("phrase"))
            return "/sign-in"
        one = access.add(conn, deed(request), sent.one("name"), role)
        return _linked(request, conn, one)

    return await act(request, "admin", do)


async def link(request: Request) -> Response:
    """POST /people/link; the link is shown on the page that answers, and never again"""
    return await _changed(request, lambda conn, sent: _linked(request, conn, access.find(conn, sent.one("name"))))


async def role(request: Request) -> Response:
    """POST /people/role"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        access.set_role(conn, deed(request), sent.one("name"), _role(sent))
        return "/people?said=role"

    return await _changed(request, do)


async def remove(request: Request) -> Response:
    """POST /people/remove"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        access.remove(conn, deed(request), sent.one("name"))
        return "/people?said=removed"

    return await _changed(request, do)


async def revoke(request: Request) -> Response:
    """POST /people/revoke"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        people_tokens.revoke(conn, deed(request), whole(sent.one("token")))
        return "/people?said=revoked"

    return await _changed(request, do)


async def _changed(request: Request, do: Callable[[sqlite3.Connection, Sent], str | Response]) -> Response:
    return await act(request, "admin", do)


def _role(sent: Sent) -> Role:
    roles: dict[str, Role] = {one: one for one in ROLES}
    found = roles.get(sent.one("role"))
    if found is None:
        raise UsageError(f"a role is one of: {', '.join(ROLES)}")
    return found


def _linked(request: Request, conn: sqlite3.Connection, one: Person) -> Response:
    to = addresses(request)
    address = f"{to.origin}{to.welcome(access.new_link(conn, deed(request), one.name))}"
    return _page(request, conn, Shown(said=f"A link for {one.name}.", secret=address))


def _page(request: Request, conn: sqlite3.Connection, shown: Shown) -> Response:
    since = (datetime.now(UTC) - IDLE).strftime(STAMP)
    listed = [_listed(conn, one, since) for one in people.people(conn)]
    events = people.events(conn, most=MOST_EVENTS)
    page = people_page(addresses(request), listed, tokens.tokens(conn), events, shown=shown)
    return HTMLResponse(page.encode("utf-8", "replace"), headers=NEVER)


def _listed(conn: sqlite3.Connection, one: Person, since: str) -> Listed:
    own = sessions.of_person(conn, one.id, now(), used_since=since)
    return Listed(one, access.letters(one.name), len(own), own[0].seen if own else "")


ROUTES = (
    Route("/people", shown_people),
    Route("/people/add", add, methods=["POST"]),
    Route("/people/link", link, methods=["POST"]),
    Route("/people/role", role, methods=["POST"]),
    Route("/people/remove", remove, methods=["POST"]),
    Route("/people/revoke", revoke, methods=["POST"]),
)
