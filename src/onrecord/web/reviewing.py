"""The pages that editors judge on, the queue of what to judge, and the log that everybody can read."""

from __future__ import annotations

import re
from typing import get_args

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.model import JudgementKind, Standing
from onrecord.publish.pages.log import LogAsked, log_page
from onrecord.publish.pages.review_article import review_article_page
from onrecord.publish.pages.review_claim import review_claim_page
from onrecord.publish.pages.review_queue import queue_page
from onrecord.publish.pages.review_statement import chooser_page, statement_page
from onrecord.store import claims, judgement_log
from onrecord.web.noticing import DONE, number
from onrecord.web.reading import Making, answer
from onrecord.web.review import local
from onrecord.web.visitors import addresses, entitled

LONGEST = 200  # characters of what is looked for


def queue(request: Request) -> Response:
    """/review, /review?page=N"""
    return _for_editors(request, lambda conn, to: queue_page(conn, to, page=request.query_params.get("page", "")))


def statement(request: Request) -> Response:
    """/review/statements/ID?back=ADDRESS"""
    id_, back = request.path_params["id"], _back(request)
    return _for_editors(request, lambda conn, to: statement_page(conn, to, id_, back=back))


def chooser(request: Request) -> Response:
    """/review/statements/ID/claims?q=WORDS&back=ADDRESS"""
    id_, back, words = request.path_params["id"], _back(request), _words(request)
    return _for_editors(request, lambda conn, to: chooser_page(conn, to, id_, back=back, words=words))


def claim(request: Request) -> Response:
    """/review/claims/ID?q=WORDS&page=N"""
    id_, words, page = request.path_params["id"], _words(request), request.query_params.get("page", "")
    return _for_editors(request, lambda conn, to: review_claim_page(conn, to, id_, words=words, page=page))


def article(request: Request) -> Response:
    """/review/articles/ID?q=WORDS"""
    id_, words = request.path_params["id"], _words(request)
    return _for_editors(request, lambda conn, to: review_article_page(conn, to, id_, words=words))


def given(request: Request) -> Response:
    """/review/given/ID: on to the claim that now holds what a judgement is about, else to the log"""
    entitled(request, "editor")
    id_, to = number(request.path_params["id"]), addresses(request)
    with request.app.state.connections.reading() as conn:
        about = [one.id for given in judgement_log.by_ids(conn, [id_]) for one in given.subjects]
        holding = claims.claim_of(conn, about)
    now = next((to.claim(holding[one]) for one in about if one in holding), to.log())
    return RedirectResponse(f"{now}?{DONE}={id_}", 303, headers={"cache-control": "no-store"})


def log(request: Request) -> Response:
    """/log?by=NAME&kind=KIND&day=DAY&standing=WORD&claim=ID&statement=ID&article=ID&before=N"""
    asked = request.query_params
    kind, standing, day = asked.get("kind", ""), asked.get("standing", ""), asked.get("day", "")
    told = LogAsked(
        by=asked.get("by", ""),
        kind=kind if kind in get_args(JudgementKind) else "",
        day=day if re.fullmatch(r"\d{4}-\d\d-\d\d", day, re.ASCII) else "",
        standing=standing if standing in get_args(Standing) else "",
        claim=asked.get("claim", ""),
        statement=asked.get("statement", ""),
        article=asked.get("article", ""),
        before=number(asked.get("before", "")),
    )
    return answer(request, lambda conn, to: log_page(conn, to, told))


def _for_editors(request: Request, make: Making) -> Response:
    entitled(request, "editor")
    return answer(request, make)


def _back(request: Request) -> str:
    return local(request.query_params.get("back", "")) or "/review"


def _words(request: Request) -> str:
    return request.query_params.get("q", "").strip()[:LONGEST]


ROUTES = (
    Route("/review", queue),
    Route("/review/statements/{id}", statement),
    Route("/review/statements/{id}/claims", chooser),
    Route("/review/claims/{id}", claim),
    Route("/review/articles/{id}", article),
    Route("/review/given/{id}", given),
    Route("/log", log),
)
