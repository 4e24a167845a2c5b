"""A claim, a story or an article in a file of some format."""

from __future__ import annotations

import io
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from onrecord.publish.chosen import Chosen
from onrecord.publish.formats import format_named
from onrecord.publish.pages.plain import trouble_page
from onrecord.publish.takeaway import Offer, offer_named
from onrecord.store import articles, claims, stories
from onrecord.store.opening import open_record
from onrecord.web.visitors import addresses

KINDS = {"claims": "claim", "stories": "story", "articles": "article"}
MOST_ARTICLES = 1_000  # of a story: beyond them a file is made on the command line
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier moment; the same record gives the same bytes


def take_away(request: Request) -> Response:
    """/claims/ID.FORMAT, /stories/ID.FORMAT, /articles/ID.FORMAT"""
    kind = KINDS[request.url.path.split("/")[1]]
    id_ = request.path_params["id"]
    offer = offer_named(kind, request.path_params["format"])
    if offer is None:
        raise HTTPException(404)
    with closing(open_record(request.app.state.record, readonly=True)) as conn:
        size = _size(conn, kind, id_)
        if size is None:
            raise HTTPException(404)
        if size > MOST_ARTICLES:
            return _too_large(request, kind, id_, offer)
        data = _made(conn, _chosen(request, kind, id_), offer)
    named = f'attachment; filename="onrecord-{kind}-{id_}{offer.ending}"'
    return Response(data, media_type=offer.type, headers={"content-disposition": named, "cache-control": "no-cache"})


def _size(conn: sqlite3.Connection, kind: str, id_: str) -> int | None:
    """How many articles stand behind it; None where there is no such thing."""
    if kind == "article":
        return 1 if articles.article(conn, id_) else None
    if kind == "claim":
        claim = claims.claim(conn, id_)
        return len(claim.statements) if claim else None
    story = stories.story(conn, id_)
    return len(story.articles) if story else None


def _chosen(request: Request, kind: str, id_: str) -> Chosen:
    at = addresses(request)
    return {
        "article": Chosen(articles=(id_,), at=at),
        "claim": Chosen(claims=(id_,), at=at),
        "story": Chosen(stories=(id_,), at=at),
    }[kind]


def _made(conn: sqlite3.Connection, only: Chosen, offer: Offer) -> bytes:
    """What the format writes; a folder is packed."""
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        out = Path(folder) / f"file{offer.ending.removesuffix('.zip')}"
        format_named(offer.format).write(conn, out, only=only)
        return _packed(out) if out.is_dir() else out.read_bytes()


def _packed(folder: Path) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.iterdir()):
            packed.writestr(zipfile.ZipInfo(path.name, _EARLIEST), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _too_large(request: Request, kind: str, id_: str, offer: Offer) -> Response:
    command = f"onrecord export {offer.format} --{kind} {id_} -o PATH"
    told = f"It is too large to be made here. Make it on the command line with: {command}"
    page = trouble_page(addresses(request), "Too large", told)
    return HTMLResponse(page.encode("utf-8", "replace"), 413, headers={"cache-control": "no-store"})


ROUTES = tuple(Route(f"/{room}/{{id}}.{{format}}", take_away) for room in KINDS)
