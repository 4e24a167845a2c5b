"""An article, its versions, and the page behind it."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.publish.pages.archived import Way, archived_page, page_as_bytes
from onrecord.publish.pages.article import article_page
from onrecord.publish.pages.versions import versions_page
from onrecord.web.connections import Connections
from onrecord.web.reading import answer

# Whatever a browser makes of it: nothing of it runs, nothing is loaded, and it is of no origin.
SANDBOX = "sandbox; default-src 'none'"


def article(request: Request) -> Response:
    """/articles/ID, /articles/ID?part=2, /articles/ID?statement=ID; a statement is at #s-STATEMENT, its note at #n-"""
    id_, asked = request.path_params["id"], request.query_params
    part, statement = asked.get("part", ""), asked.get("statement", "")
    return answer(request, lambda conn, to: article_page(conn, to, id_, part=part, statement=statement))


def versions(request: Request) -> Response:
    """/articles/ID/versions, /articles/ID/versions?from=ID&to=ID"""
    id_, asked = request.path_params["id"], request.query_params
    between, page = (asked.get("from", ""), asked.get("to", "")), asked.get("page", "")
    return answer(request, lambda conn, to: versions_page(conn, to, id_, between=between, page=page))


def page(request: Request) -> Response:
    """/articles/ID/page, /articles/ID/page?statement=ID, /articles/ID/page?show=source"""
    id_, asked = request.path_params["id"], request.query_params
    statement, way = asked.get("statement", ""), Way(asked.get("show") == "source", asked.get("page", ""))
    return answer(request, lambda conn, to: archived_page(conn, to, id_, statement=statement, way=way))


def page_bytes(request: Request) -> Response:
    """/articles/ID/bytes: to be saved, never to be shown as a page of the desk"""
    connections: Connections = request.app.state.connections
    with connections.reading() as conn:
        data = page_as_bytes(conn, request.path_params["id"])
    if data is None:
        raise HTTPException(404)
    named = f'attachment; filename="onrecord-page-{request.path_params["id"]}.bin"'
    headers = {"content-disposition": named, "content-security-policy": SANDBOX, "cache-control": "no-store"}
    return Response(data, media_type="application/octet-stream", headers=headers)


ROUTES = (
    Route("/articles/{id}", article),
    Route("/articles/{id}/versions", versions),
    Route("/articles/{id}/page", page),
    Route("/articles/{id}/bytes", page_bytes),
)
