"""A claim, a story or an article in a file of some format."""

from __future__ import annotations

from contextlib import closing

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from onrecord.publish.pages.plain import trouble_page
from onrecord.publish.takeaway import Offer, offer_named
from onrecord.store.opening import open_record
from onrecord.web.filing import MOST_ARTICLES, file_of, size_of
from onrecord.web.visitors import addresses

KINDS = {"claims": "claim", "stories": "story", "articles": "article"}


def take_away(request: Request) -> Response:
    """/claims/ID.FORMAT, /stories/ID.FORMAT, /articles/ID.FORMAT"""
    kind = KINDS[request.url.path.split("/")[1]]
    id_ = request.path_params["id"]
    offer = offer_named(kind, request.path_params["format"])
    if offer is None:
        raise HTTPException(404)
    with closing(open_record(request.app.state.record, readonly=True)) as conn:
        size = size_of(conn, kind, id_)
        if size is None:
            raise HTTPException(404)
        if size > MOST_ARTICLES:
            return _too_large(request, kind, id_, offer)
        data = file_of(conn, (kind, id_), offer, addresses(request))
    named = f'attachment; filename="onrecord-{kind}-{id_}{offer.ending}"'
    return Response(data, media_type=offer.type, headers={"content-disposition": named, "cache-control": "no-cache"})


def _too_large(request: Request, kind: str, id_: str, offer: Offer) -> Response:
    command = f"onrecord export {offer.format} --{kind} {id_} -o PATH"
    told = f"It is too large to be made here. Make it on the command line with: {command}"
    page = trouble_page(addresses(request), "Too large", told)
    return HTMLResponse(page.encode("utf-8", "replace"), 413, headers={"cache-control": "no-store"})


ROUTES = tuple(Route(f"/{room}/{{id}}.{{format}}", take_away) for room in KINDS)
