"""The list of claims, a claim, and all that is said on it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.pages.claim import claim_page
from onrecord.publish.pages.claim_words import claim_words_page
from onrecord.publish.pages.claims import claims_page
from onrecord.publish.words import STATUSES
from onrecord.web.moved import found_or_moved
from onrecord.web.reading import answer

ORDERS = ("change",)


def claims(request: Request) -> Response:
    """/claims, /claims?status=STATUS&order=change&page=N; an unknown status is no filter, an unknown order by weight"""
    asked = request.query_params
    status = asked.get("status", "")
    status = status if status in {term.key for term in STATUSES} else ""
    order = asked.get("order", "")
    order = order if order in ORDERS else ""
    page = asked.get("page", "")
    return answer(request, lambda conn, to: claims_page(conn, to, status=status, order=order, page=page))


def claim(request: Request) -> Response:
    """/claims/ID"""
    return found_or_moved(request, "claim", lambda conn, to: claim_page(conn, to, request.path_params["id"]))


def claim_words(request: Request) -> Response:
    """/claims/ID/words?party=PARTY&page=N"""
    id_, asked = request.path_params["id"], request.query_params
    party, page = asked.get("party", ""), asked.get("page", "")
    return answer(request, lambda conn, to: claim_words_page(conn, to, id_, party=party, page=page))


ROUTES = (Route("/claims", claims), Route("/claims/{id}", claim), Route("/claims/{id}/words", claim_words))
