"""The front page."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.pages.today import today_page
from onrecord.web.reading import answer


def today(request: Request) -> Response:
    """/"""
    return answer(request, today_page)


ROUTES = (Route("/", today),)
