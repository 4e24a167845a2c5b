"""Handing in by program: read, kept, counted; nothing is fetched that must not be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from onrecord.store.opening import open_record
from onrecord.web.api.routes import PREFIX
from onrecord.web.app import desk
from tests.web.asking import HOST, ask
from tests.web.nowhere import Served
from tests.web.test_add import PAGE, WORDS, intake_of
from tests.web.test_following import ARTICLE, FEED, RSS

HEADERS = {"content-type": "application/json", "sec-fetch-site": "same-origin"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ASGIApp]:
    record: Path = tmp_path_factory.mktemp("api") / "a.db"
    open_record(record).close()
    served = Served({FEED: RSS.encode(), ARTICLE: PAGE.encode()})
    made = desk(record, HOST, online=lambda conn: served)
    yield made
    intake_of(made).end()


def post(app: ASGIApp, path: str, **body: Any) -> httpx.Response:
    return ask(app, PREFIX + path, method="POST", headers=HEADERS, content=json.dumps(body).encode())


def test_a_page_is_handed_in_and_known_the_second_time(app: ASGIApp) -> None:
    answer = post(app, "/pages", html=PAGE, outlet="The Gull", url=ARTICLE)
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert (len(told["articles"]), told["known"], told["refused"]) == (1, False, [])
    article = ask(app, f"{PREFIX}/articles/{told['articles'][0]}").json()
    assert (article["outlet"], article["url"], article["headline"]) == ("The Gull", ARTICLE, "Harbour shut")
    again = post(app, "/pages", html=PAGE, outlet="The Gull", url=ARTICLE).json()
    assert again == {**told, "known": True, "statements": 0}


def test_words_are_kept_to_the_letter_and_an_address_is_fetched(app: ASGIApp) -> None:
    told = post(app, "/pages", text=WORDS, headline="Shut", published="2026-03-02").json()
    article = ask(app, f"{PREFIX}/articles/{told['articles'][0]}").json()
    assert (article["text"], article["published"]["value"]) == (WORDS, "2026-03-02")
    assert post(app, "/pages", url=ARTICLE).status_code == 201


def test_what_cannot_be_used_is_told_and_kept(app: ASGIApp) -> None:
    told = post(app, "/pages", html="<p></p>").json()
    assert told["articles"] == []
    [refused] = told["refused"]
    [first, *_] = ask(app, f"{PREFIX}/refusals").json()["items"]
    assert first == refused


@pytest.mark.parametrize(("body", "told"), [
    ({}, "give one of"),
    ({"html": "a", "text": "b"}, "give one of"),
    ({"url": "http://127.0.0.1/"}, "no public address"),
    ({"url": "ftp://gull.example/"}, "begins with https"),
    ({"text": "words", "day": "2026-02-30"}, "is no day"),
])  # fmt: skip
def test_what_cannot_be_done_says_why(app: ASGIApp, body: dict[str, str], told: str) -> None:
    answer = post(app, "/pages", **body)
    assert answer.status_code == 409
    assert told in answer.json()["detail"]


def test_a_feed_is_followed_and_unfollowed(app: ASGIApp) -> None:
    told = post(app, "/following", url=FEED).json()
    assert (told["new"], told["kind"], told["error"]) == (True, "feed", None)
    assert told["first"] == [{"url": ARTICLE, "title": "Harbour shut"}]
    assert [one["url"] for one in ask(app, f"{PREFIX}/following").json()["items"]] == [FEED]
    assert post(app, "/following", url="http://10.0.0.1/feed").status_code == 409
    ended = ask(app, f"{PREFIX}/following?url={FEED}", method="DELETE", headers=HEADERS)
    assert (ended.status_code, ended.content) == (204, b"")
    assert ask(app, f"{PREFIX}/following?url={FEED}", method="DELETE", headers=HEADERS).status_code == 404
