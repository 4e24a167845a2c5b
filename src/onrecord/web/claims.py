"""The list of claims, and a claim."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.pages.claim import claim_page
from onrecord.publish.pages.claims import claims_page
from onrecord.publish.words import STATUSES
from onrecord.web.reading import answer


def claims(request: Request) -> Response:
    """/claims, /claims?status=STATUS; an unknown status is no filter"""
    asked = request.query_params.get("status", "")
    status = asked if asked in {term.key for term in STATUSES} else ""
    return answer(request, lambda conn, to: claims_page(conn, to, status=status))


def claim(request: Request) -> Response:
    """/claims/ID"""
    return answer(request, lambda conn, to: claim_page(conn, to, request.path_params["id"]))


ROUTES = (Route("/claims", claims), Route("/claims/{id}", claim))
