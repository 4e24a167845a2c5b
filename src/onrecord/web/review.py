"""Judging in the page: forms to judgements, kept at once and settled behind the desk."""

from __future__ import annotations

import re
import sqlite3
from concurrent.futures import wait
from dataclasses import replace
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from onrecord.model import Judgement, moments
from onrecord.pipeline.review import Hand
from onrecord.pipeline.review_together import Quarrel, keep_unless
from onrecord.publish.pages.quarrel import quarrel_page
from onrecord.store import claims, judgement_log, review_skips
from onrecord.web.acting import Sent, act
from onrecord.web.noticing import DONE, number
from onrecord.web.review_drafts import DRAFTS, MAX_TEXT, Draft, line
from onrecord.web.visitors import addresses

PATIENCE = 2.0  # seconds that somebody waits to see what follows
QUEUE = "/review"
_CLAIM = re.compile(r"^/(?:review/)?claims/([0-9a-f]+)$")
_MOVING = ("merge", "split")


async def give(request: Request) -> Response:
    """POST /review/give/KIND: keeps a judgement and goes back; 409 with both where others decided otherwise since"""
    draft = DRAFTS.get(request.path_params["kind"])
    if draft is None:
        raise HTTPException(404)
    return await act(request, "editor", lambda conn, sent: _given(conn, sent, draft, request))


async def skip(request: Request) -> Response:
    """POST /review/skip: what is asked goes to nobody but others"""

    def skipped(conn: sqlite3.Connection, sent: Sent) -> str:
        review_skips.skip(conn, sent.reader.name, line(sent, "ask"), at=moments.now())
        return local(sent.one("back")) or QUEUE

    return await act(request, "editor", skipped)


def local(address: str) -> str:
    """The address if it is a page of this desk, else nothing."""
    if not address.startswith("/") or address[1:2] in ("/", "\\") or any(ord(one) < 33 for one in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else address


def _given(conn: sqlite3.Connection, sent: Sent, draft: Draft, request: Request) -> str | Response:
    hand = Hand(sent.reader.name or "desk", moments.now(), line(sent, "why", longest=MAX_TEXT))
    back = local(sent.one("back")) or QUEUE
    kept = keep_unless(conn, lambda: draft(conn, hand, sent), seen=number(sent.one("seen")))
    if isinstance(kept, Quarrel):
        return _both(conn, kept, sent, request, back=back)
    # It is kept, whether settling is slow or fails.
    wait([request.app.state.settler.soon()], timeout=PATIENCE)
    return told_at(_still_there(conn, kept, sent, back), kept.id, place=line(sent, "place"))


def _both(conn: sqlite3.Connection, two: Quarrel, sent: Sent, request: Request, *, back: str) -> Response:
    """What others decided meanwhile and what was about to be decided, to choose from."""
    fields = [(name, value) for name, value in sent.form.multi_items() if isinstance(value, str)]
    to = replace(addresses(request), judged=judgement_log.last(conn))
    page = quarrel_page(to, two.mine, two.theirs, (request.path_params["kind"], fields), back=back)
    return HTMLResponse(page.encode("utf-8", "replace"), 409, headers={"cache-control": "no-store"})


def told_at(address: str, judgement: int, *, place: str = "") -> str:
    """The address, with the number of what was just decided, and a place on the page."""
    path, _, asked = address.partition("#")[0].partition("?")
    pairs = [pair for pair in parse_qsl(asked, keep_blank_values=True) if pair[0] != DONE]
    anchor = f"#{place}" if re.fullmatch(r"[\w-]{1,80}", place, re.ASCII) else ""
    return f"{quote(path, safe='/%')}?{urlencode([*pairs, (DONE, str(judgement))])}{anchor}"


def _still_there(conn: sqlite3.Connection, kept: Judgement, sent: Sent, back: str) -> str:
    """Where to go on: where a claim's page is no more, or was merged or split, to the claim that holds it now."""
    found = _CLAIM.match(urlsplit(back).path)
    if not found or (kept.kind not in _MOVING and claims.exists(conn, found.group(1))):
        return back
    about = judgement_log.by_ids(conn, [kept.of])[0] if kept.of else kept
    ids = [*(one.id for one in about.subjects), line(sent, "at")]
    holding = claims.claim_of(conn, ids)
    now = next((holding[one] for one in ids if one in holding), None)
    return f"/claims/{now}" if now else back


ROUTES = (
    Route("/review/give/{kind}", give, methods=["POST"]),
    Route("/review/skip", skip, methods=["POST"]),
)
