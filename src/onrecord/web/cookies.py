"""The two cookies of the desk: the session, and a mark by which a browser that signed in before is known."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from onrecord.pipeline.deeds import Deed
from onrecord.pipeline.signing_in import BROWSER_KNOWN, LONGEST, Begun
from onrecord.web.entrance import Entrance
from onrecord.web.visitors import visitor

SESSION, BROWSER = "onrecord", "onrecord-known"
LONGEST_SECRET = 200


def carried(request: Request, name: str) -> str:
    """The value of a cookie of ours; empty where it was not sent."""
    entrance: Entrance = request.app.state.entrance
    value = request.cookies.get(entrance.cookie(name), "")
    return value if len(value) <= LONGEST_SECRET else ""


def hand_out(request: Request, response: Response, begun: Begun) -> None:
    """Gives the browser its session.

    A session comes along when a link elsewhere leads here (a mail that tells of a claim, say), for opening a page
    changes nothing; with a form it does not (SameSite=Lax), and the guard lets no form of another site in besides.
    """
    entrance: Entrance = request.app.state.entrance
    for name, value, holds in ((SESSION, begun.session, LONGEST), (BROWSER, begun.browser, BROWSER_KNOWN)):
        seconds = int(holds.total_seconds())
        response.set_cookie(
            entrance.cookie(name), value, seconds, path="/", secure=entrance.https, httponly=True, samesite="lax"
        )


def take_back(request: Request, response: Response) -> None:
    """Has the browser forget its session."""
    entrance: Entrance = request.app.state.entrance
    response.delete_cookie(entrance.cookie(SESSION), path="/", secure=entrance.https, httponly=True, samesite="lax")


def deed(request: Request, *, by: str = "") -> Deed:
    """By whom (whoever is signed in, if nobody is named), now, and from where."""
    return Deed(by or visitor(request).name, datetime.now(UTC), request.client.host if request.client else "")
