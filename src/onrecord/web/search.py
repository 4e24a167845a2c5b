"""Search."""

from __future__ import annotations

import sqlite3

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.pipeline.asking import ask_record
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.search import search_page
from onrecord.web.reading import answer

CLAIM = 3  # words


def search(request: Request) -> Response:
    """/search?q=WORDS"""
    words = request.query_params.get("q", "").strip()

    def page(conn: sqlite3.Connection, to: Addresses) -> str:
        # A word or two are looked for; a claim has a verb and somebody it is about.
        told = ask_record(conn, words, most=0).answer if len(words.split()) >= CLAIM else None
        return search_page(conn, to, words, answer=told)

    return answer(request, page)


ROUTES = (Route("/search", search),)
