"""How the record is fed, and what was refused."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.pages.sources import refused_page, sources_page
from onrecord.web.reading import answer


def sources(request: Request) -> Response:
    """/sources"""
    return answer(request, sources_page)


def refused(request: Request) -> Response:
    """/sources/refused?stage=STAGE&reason=REASON&page=N"""
    stage, reason, page = (request.query_params.get(name, "") for name in ("stage", "reason", "page"))
    return answer(request, lambda conn, to: refused_page(conn, to, stage, reason, page=page))


ROUTES = (Route("/sources", sources), Route("/sources/refused", refused))
