"""What the marks mean."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from onrecord.publish.pages.plain import about_page
from onrecord.web.visitors import addresses


def about(request: Request) -> Response:
    """/about"""
    return HTMLResponse(about_page(addresses(request)))


ROUTES = (Route("/about", about),)
