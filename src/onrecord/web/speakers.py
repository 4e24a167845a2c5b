"""Everybody on record, and one of them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.pages.party import party_page
from onrecord.publish.pages.speakers import Asked, speakers_page
from onrecord.web.reading import answer


def speakers(request: Request) -> Response:
    """/speakers?kind=person|body|party&order=name&name=LETTERS&page=N"""
    given = (request.query_params.get(name, "") for name in ("kind", "order", "name", "page"))
    wanted = Asked(*given)
    return answer(request, lambda conn, to: speakers_page(conn, to, wanted=wanted))


def speaker(request: Request) -> Response:
    """/speakers/NAME?page=N: a person, a body or a party"""
    page = request.query_params.get("page", "")
    return answer(request, lambda conn, to: party_page(conn, to, request.path_params["name"], page=page))


ROUTES = (Route("/speakers", speakers), Route("/speakers/{name:path}", speaker))
