"""Everybody on record, and one of them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.pages.speakers import speaker_page, speakers_page
from onrecord.web.reading import answer


def speakers(request: Request) -> Response:
    """/speakers"""
    return answer(request, speakers_page)


def speaker(request: Request) -> Response:
    """/speakers/NAME: a person, a body or a party"""
    return answer(request, lambda conn, to: speaker_page(conn, to, request.path_params["name"]))


ROUTES = (Route("/speakers", speakers), Route("/speakers/{name:path}", speaker))
