"""Search."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from onrecord.publish.pages.search import search_page
from onrecord.web.reading import answer


def search(request: Request) -> Response:
    """/search?q=WORDS"""
    return answer(request, lambda conn, to: search_page(conn, to, request.query_params.get("q", "").strip()))
