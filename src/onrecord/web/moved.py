"""Where a claim or a story went whose id is no more."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from onrecord.publish.pages.moved import moved_page
from onrecord.store import settling
from onrecord.web.connections import Connections
from onrecord.web.reading import Making, answer
from onrecord.web.visitors import addresses


def found_or_moved(request: Request, kind: str, make: Making) -> Response:
    """The page that ``make`` makes of the record; where there is none, on to where its claim or story is now."""
    try:
        return answer(request, make)
    except HTTPException as error:
        if error.status_code != 404:
            raise
    return moved(request, kind, request.path_params["id"])


def moved(request: Request, kind: str, id_: str) -> Response:
    """On to where it is now; a page that names the parts where it was split. 404 where nobody knows the id.

    The way is not kept by browsers for good: a claim may be taken apart again.
    """
    to = addresses(request)
    connections: Connections = request.app.state.connections
    with connections.reading() as conn:
        now = settling.successors(conn, kind, id_)
        page = moved_page(conn, to, kind, now) if len(now) > 1 else None
    if page:
        return HTMLResponse(page.encode("utf-8", "replace"), 300, headers={"cache-control": "no-store"})
    if not now or now[0] == id_:
        raise HTTPException(404)
    address = to.claim(now[0]) if kind == "claim" else to.story(now[0])
    return RedirectResponse(address, 308, headers={"cache-control": "no-cache"})
