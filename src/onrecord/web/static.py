"""Style sheet, fonts and icon: the files of the package and nothing else, looked up by their exact names."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.rendering import assets, edition


def static(request: Request) -> Response:
    """/static/NAME; kept for good where the address carries the edition, fonts for a week"""
    name = request.path_params["name"]
    asset = assets().get(name)
    if asset is None:
        raise HTTPException(404)
    for_good = request.query_params.get("v") == edition()
    seconds = 31_536_000 if for_good else 604_800 if name.startswith("fonts/") else 0
    caching = f"public, max-age={seconds}" if seconds else "no-cache"
    return Response(asset.data, media_type=asset.type, headers={"cache-control": caching})


ROUTES = (Route("/static/{name:path}", static),)
