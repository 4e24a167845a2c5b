"""The outlets, and one of them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.pages.sources import source_page, sources_page
from onrecord.web.reading import answer


def sources(request: Request) -> Response:
    """/sources"""
    return answer(request, sources_page)


def source(request: Request) -> Response:
    """/sources/OUTLET"""
    return answer(request, lambda conn, to: source_page(conn, to, request.path_params["name"]))


ROUTES = (Route("/sources", sources), Route("/sources/{name:path}", source))
