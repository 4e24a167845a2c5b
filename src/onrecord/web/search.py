"""Search."""

from __future__ import annotations

import sqlite3

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.asking import Answer
from onrecord.pipeline.asking import ask_record
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.search import MAX_WORDS, Asked, asked, search_page
from onrecord.web.reading import answer

CLAIM = 3  # words
NEAR = 12  # claims that are held against the words: the page shows five, and must be there at once
AS_TYPED = "x-typing"  # a header of the script's: more is to come


def search(request: Request) -> Response:
    """/search?q=WORDS&speaker=&party=&stance=&outlet=&since=&until=&kind=&order=&page=; all of them optional"""
    given = asked(request.query_params)
    cut = len(request.query_params.get("q", "").strip()) > MAX_WORDS
    typing = AS_TYPED in request.headers

    def page(conn: sqlite3.Connection, to: Addresses) -> str:
        told = None if typing else _answer(conn, given)
        return search_page(conn, to, given, answer=told, cut=cut)

    return answer(request, page, keep=not typing)


def _answer(conn: sqlite3.Connection, given: Asked) -> Answer | None:
    """What the record says to the words as a claim: it has a verb and somebody it is about, and nothing narrows it."""
    if len(given.q.split()) < CLAIM or given.beside() or given.page or given.kind not in ("", "claims"):
        return None
    return ask_record(conn, given.q, most=0, claims=NEAR).answer


ROUTES = (Route("/search", search),)
