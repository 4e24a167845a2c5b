"""The outlets, and one of them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.publish.pages.outlets import outlet_page, outlets_page
from onrecord.web.reading import answer
from onrecord.web.visitors import addresses


def outlets(request: Request) -> Response:
    """/outlets"""
    return answer(request, outlets_page)


def outlet(request: Request) -> Response:
    """/outlets/NAME?page=N"""
    page = request.query_params.get("page", "")
    return answer(request, lambda conn, to: outlet_page(conn, to, request.path_params["name"], page=page))


def moved(request: Request) -> Response:
    """/sources/OUTLET, where outlets were before"""
    return RedirectResponse(addresses(request).outlet(request.path_params["name"]), 308)


ROUTES = (
    Route("/outlets", outlets),
    Route("/outlets/{name:path}", outlet),
    Route("/sources/{name:path}", moved),
)
