"""Following from the desk: what an address is, its first titles, and what cannot be followed, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from starlette.types import ASGIApp

from onrecord.store import articles, errands, follows
from onrecord.store.opening import open_record
from onrecord.web.app import desk
from tests.publish.seen_page import check
from tests.web.asking import HOST, ask
from tests.web.nowhere import Served
from tests.web.test_add import PAGE, intake_of

FEED = "https://gull.example/feed.xml"
ARTICLE = "https://gull.example/harbour"
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Gull</title><link>https://gull.example/</link>
<item><title>Harbour shut &lt;b&gt;</title><link>{ARTICLE}</link><pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate></item>
</channel></rss>"""
FORM = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    open_record(path).close()
    return path


@pytest.fixture
def app(record: Path) -> Iterator[ASGIApp]:
    served = Served({FEED: RSS.encode(), ARTICLE: PAGE.encode()})
    made = desk(record, HOST, online=lambda conn: served)
    yield made
    intake_of(made).end()


def post(app: ASGIApp, path: str, **fields: str) -> httpx.Response:
    return ask(app, path, method="POST", headers=FORM, content=urlencode(fields).encode())


def urls(record: Path) -> list[str]:
    with closing(open_record(record, readonly=True)) as conn:
        return [one.url for one in follows.follows(conn)]


def test_a_feed_is_followed_fetched_and_unfollowed(record: Path, app: ASGIApp) -> None:
    answer = post(app, "/sources/follow", url=FEED.removeprefix("https://"))
    assert answer.status_code == 303
    page = ask(app, answer.headers["location"]).text
    check(page)
    assert "is a feed" in page
    assert "Harbour shut" in page
    assert urls(record) == [FEED]
    sources = ask(app, "/sources").text
    check(sources)
    assert "Fetch now" in sources
    assert post(app, "/sources/fetch").headers["location"] == "/add/work"
    intake_of(app).errands.end()
    with closing(open_record(record, readonly=True)) as conn:
        assert articles.counted(conn) == 1
        assert errands.lately(conn, 1)[0].error == ""
    assert post(app, "/sources/unfollow", url=FEED).headers["location"] == "/sources"
    assert urls(record) == []
    assert post(app, "/sources/unfollow", url=FEED).status_code == 400


@pytest.mark.parametrize(("url", "told"), [
    ("", "give the address"),
    ("http://127.0.0.1/feed", "no public address"),
    ("http://10.1.2.3/feed", "no public address"),
    ("ftp://gull.example/feed", "only http and https"),
    ("https://gull.example/none", "answered 404"),
    ("https://a:b@gull.example/", "name or password"),
])  # fmt: skip
def test_what_cannot_be_followed_is_told_and_not_followed(record: Path, app: ASGIApp, url: str, told: str) -> None:
    answer = post(app, "/sources/follow", url=url)
    assert answer.status_code == 400
    assert told in answer.text.lower()
    assert urls(record) == []


def test_nothing_to_fetch_is_told(app: ASGIApp) -> None:
    answer = post(app, "/sources/fetch")
    assert answer.status_code == 400
    assert "nothing is followed yet" in answer.text.lower()
    assert ask(app, "/add/followed?url=https://gull.example/").status_code == 404
