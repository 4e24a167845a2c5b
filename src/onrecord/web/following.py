"""Following from the desk: begun, ended, fetched at once."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from onrecord.errors import UsageError
from onrecord.fetch.addresses import is_web
from onrecord.fetch.answers import FetchError
from onrecord.publish.pages.add import add_page, followed_page
from onrecord.store import follows
from onrecord.store.opening import open_record, transaction
from onrecord.web.acting import Sent, act
from onrecord.web.intake import Intake
from onrecord.web.reading import answer
from onrecord.web.visitors import addresses, entitled

NEVER = {"cache-control": "no-store"}


async def follow(request: Request) -> Response:
    """POST /sources/follow: url"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str | Response:
        intake: Intake = request.app.state.intake
        typed = sent.one("url")
        if not typed:
            raise UsageError("give the address of a feed, a sitemap or a page")
        url = typed if is_web(typed) or "://" in typed else f"https://{typed}"
        try:
            intake.follow(conn, url)
        except (FetchError, UsageError) as error:
            return _again(request, error.args[0], url)
        return addresses(request).add("followed", url=url)

    return await act(request, "editor", do)


async def unfollow(request: Request) -> Response:
    """POST /sources/unfollow: url"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        with transaction(conn):
            if not follows.unfollow(conn, sent.one("url")):
                raise UsageError("that address is not followed, or not any more")
        return addresses(request).sources()

    return await act(request, "editor", do)


async def fetch(request: Request) -> Response:
    """POST /sources/fetch"""

    def do(conn: sqlite3.Connection, sent: Sent) -> str:
        intake: Intake = request.app.state.intake
        intake.fetch_due(conn, sent.reader.name)
        return addresses(request).add("work")

    return await act(request, "editor", do)


def followed(request: Request) -> Response:
    """GET /add/followed?url=ADDRESS"""
    entitled(request, "editor")
    intake: Intake = request.app.state.intake
    url = request.query_params.get("url", "")
    return answer(request, lambda conn, to: followed_page(conn, to, url, intake.titles(url)), keep=False)


def _again(request: Request, problem: str, url: str) -> Response:
    with closing(open_record(request.app.state.record, readonly=True)) as conn:
        page = add_page(conn, addresses(request), problem=problem, sent={"url": url}, at="follow")
    return HTMLResponse(page.encode("utf-8", "replace"), 400, headers=NEVER)


ROUTES = (
    Route("/sources/follow", follow, methods=["POST"]),
    Route("/sources/unfollow", unfollow, methods=["POST"]),
    Route("/sources/fetch", fetch, methods=["POST"]),
    Route("/add/followed", followed),
)
