"""An article, and the page behind it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.pages.archived import archived_page
from onrecord.publish.pages.article import article_page
from onrecord.web.reading import answer


def article(request: Request) -> Response:
    """/articles/ID; a statement is at #s-STATEMENT, its note at #n-STATEMENT"""
    return answer(request, lambda conn, to: article_page(conn, to, request.path_params["id"]))


def page(request: Request) -> Response:
    """/articles/ID/page, /articles/ID/page?statement=ID, /articles/ID/page?show=source"""
    asked = request.query_params
    return answer(
        request,
        lambda conn, to: archived_page(
            conn,
            to,
            request.path_params["id"],
            statement=asked.get("statement", ""),
            as_source=asked.get("show") == "source",
        ),
    )


ROUTES = (Route("/articles/{id}", article), Route("/articles/{id}/page", page))
