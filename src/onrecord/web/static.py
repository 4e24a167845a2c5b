"""Style sheet, fonts and icon: the files of the package and nothing else, looked up by their exact names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.rendering import assets, edition
from onrecord.web.kept import Page, page_of, sent


async def static(request: Request) -> Response:
    """/static/NAME; kept for good where the address carries the edition, fonts for a week"""
    name = request.path_params["name"]
    page = _pages().get(name)
    if page is None:
        raise HTTPException(404)
    for_good = request.query_params.get("v") == edition()
    seconds = 31_536_000 if for_good else 604_800 if name.startswith("fonts/") else 0
    caching = f"public, max-age={seconds}" if seconds else "no-cache"
    return sent(page, request, caching=caching)


@cache
def _pages() -> Mapping[str, Page]:
    return {name: page_of(asset.data, type=asset.type) for name, asset in assets().items()}


ROUTES = (Route("/static/{name:path}", static),)
