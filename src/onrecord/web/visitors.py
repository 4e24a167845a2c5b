"""Who is asking."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request

from onrecord.model import ROLES, SCOPES, Reader, Role, Scope
from onrecord.publish.addresses import Addresses

NOBODY = Reader()
NOBODY_ADDED = (
    "Other machines reach this desk and nobody was added to it, so everybody only reads. On the machine that serves "
    "it: onrecord user add NAME --role admin"
)


def visitor(request: Request) -> Reader:
    """Whoever sent the request, as the door knows them (``web/door.py``); nobody, who only reads, where it does not."""
    reader = request.scope.get("reader")
    return reader if isinstance(reader, Reader) else NOBODY


def scoped(request: Request, scope: Scope) -> Reader:
    """Whoever sent the request, if they may do what a scope allows, by a token or signed in.

    Raises HTTPException: 401 where nobody is signed in, 403 where it is more than the token or the person may.
    """
    return entitled(request, ROLES[SCOPES.index(scope)])


def entitled(request: Request, role: Role) -> Reader:
    """Whoever sent the request, if they may do what a role may. Raises HTTPException 401 or 403."""
    reader = visitor(request)
    if reader.may(role):
        return reader
    if reader.way == "stranger":
        raise HTTPException(401, "Sign in first.", {"www-authenticate": "Bearer"})
    if reader.way == "nobody_added":
        raise HTTPException(403, NOBODY_ADDED)
    who = "this token is for" if reader.way == "token" else f"{reader.name} is"
    a = "a" if reader.role == "reader" else "an"
    raise HTTPException(403, f"That takes an {role}; {who} {a} {reader.role}. An admin can change it.")


def addresses(request: Request) -> Addresses:
    """Where other pages are, for whoever sent the request."""
    to: Addresses = request.app.state.to
    origin = f"{request.url.scheme}://{request.url.netloc}"  # the guard has let no other host through
    return replace(to, reader=visitor(request), origin=origin, here=_here(request))


def _here(request: Request) -> str:
    """The path and the question of what is asked for, without what was just decided."""
    asked = urlencode([pair for pair in request.query_params.multi_items() if pair[0] not in ("done", "told")])
    return quote(request.url.path) + (f"?{asked}" if asked else "")
