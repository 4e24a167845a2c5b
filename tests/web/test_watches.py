"""Watching at the desk: begun, directed and ended by forms; what changed is there, and in feeds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from lxml import etree
from starlette.types import ASGIApp

from onrecord.model import Change
from onrecord.pipeline.deeds import Deed
from onrecord.pipeline.people import add
from onrecord.store import changes, claims, settling, stories, watches
from onrecord.store.opening import open_record, transaction
from onrecord.web.app import desk
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST, ask

NOW = "2026-03-14T09:00:00Z"
FORM = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    small_record(path, plain)
    return path


@pytest.fixture
def app(record: Path) -> ASGIApp:
    return desk(record, HOST)


@pytest.fixture
def conn(record: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(record)) as opened:
        yield opened


def post(app: ASGIApp, address: str, **fields: str) -> httpx.Response:
    return ask(app, address, method="POST", headers=FORM, content=urlencode(fields).encode())


def happens(conn: sqlite3.Connection, one: Change, watch: int) -> None:
    with transaction(conn):
        kept = changes.keep_change(conn, replace(one, at=NOW), {("claim", one.claim), ("party", "vessa")})
        assert kept
        watches.note_changes(conn, [(watch, kept.seq)])


def moved_claim(conn: sqlite3.Connection) -> Change:
    claim = claims.claims(conn)[0]
    told = {"before": "reported", "after": claim.status, "statements": claim.statements[:1]}
    return Change("status", claim=claim.id, story=claim.story, wording=claim.wording, on="2026-03-02", **told)  # type: ignore[arg-type]


def test_a_claim_is_watched_and_unwatched_on_its_page(app: ASGIApp, conn: sqlite3.Connection) -> None:
    claim = claims.claims(conn)[0]
    answer = post(app, "/watch", kind="claim", key=claim.id, back=f"/claims/{claim.id}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/claims/{claim.id}")
    [watch, *more] = watches.every(conn)
    assert (watch.key, watch.label, more) == (claim.id, claim.wording, [])
    post(app, "/watch", kind="claim", key=claim.id)
    assert len(watches.every(conn)) == 1
    assert "Unwatch" in check(ask(app, "/watching").text).text
    assert post(app, "/unwatch", kind="claim", key=claim.id).status_code == 303
    assert not watches.every(conn)


def test_what_changed_stands_there_with_its_words_until_it_is_looked_at(app: ASGIApp, conn: sqlite3.Connection) -> None:
    one = moved_claim(conn)
    post(app, "/watch", kind="claim", key=one.claim)
    happens(conn, one, watches.every(conn)[0].id)
    page = check(ask(app, "/watching").text)
    assert "before: passed on" in page.text or "before: reported" in page.text
    assert "Watching (1)" in page.text
    assert any(link.get("href", "").startswith("/articles/") and "/page" in link["href"] for link in page.links)
    post(app, "/watching/seen", upto=str(changes.newest(conn)))
    assert "Watching (1)" not in ask(app, "/watching").text
    assert "before:" in ask(app, "/watching").text


def test_the_secret_of_a_webhook_is_shown_once(app: ASGIApp, conn: sqlite3.Connection) -> None:
    post(app, "/watch", kind="search", key="bridge")
    id_ = str(watches.every(conn)[0].id)
    answer = post(app, "/watching/ways", id=id_, hook="https://hook.example/x", mail="ines@desk.example", paused="1")
    held = watches.every(conn)[0]
    assert (held.hook, held.mail, held.paused) == ("https://hook.example/x", "ines@desk.example", True)
    shown = ask(app, answer.headers["location"])
    assert held.hook_secret in check(shown.text).text
    assert shown.headers["cache-control"] == "no-store"
    assert ask(app, answer.headers["location"]).status_code == 404
    assert held.hook_secret not in ask(app, "/watching").text


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/watch", {"kind": "claim", "key": "nosuch"}),
        ("/watch", {"kind": "moon", "key": "x"}),
        ("/watch", {"kind": "search", "key": "?!"}),
        ("/watching/ways", {"id": "1", "mail": "a@b\r\nBcc: c@d"}),
        ("/watching/ways", {"id": "1", "hook": "ftp://x"}),
        ("/watching/ways", {"id": "1", "hook": "http://hook.example/x"}),
        ("/watching/ways", {"id": "1", "hook": "https://127.0.0.1/x"}),
        ("/watching/ways", {"id": "1", "hook": "https://10.0.0.8:8443/x"}),
        ("/watching/ways", {"id": "1", "hook": "https://[::1]/x"}),
        ("/watching/ways", {"id": "1", "hook": "https://2130706433/x"}),
        ("/watching/ways", {"id": "1", "hook": "https://localhost/x"}),
        ("/watching/ways", {"id": "999"}),
    ],
)
def test_what_cannot_be_is_said(app: ASGIApp, address: str, fields: dict[str, str]) -> None:
    post(app, "/watch", kind="search", key="bridge")
    answer = post(app, address, **fields)
    assert answer.status_code == 400
    check(answer.text)


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_a_form_never_leads_elsewhere(app: ASGIApp, back: str) -> None:
    assert post(app, "/watch", kind="search", key="bridge", back=back).headers["location"] == "/watching"


def test_every_feed_is_one_and_says_when_nothing_changed(app: ASGIApp, conn: sqlite3.Connection) -> None:
    one = moved_claim(conn)
    post(app, "/watch", kind="claim", key=one.claim)
    watch = watches.every(conn)[0]
    happens(conn, one, watch.id)
    story = stories.stories(conn)[0]
    names = ["today", f"claims/{one.claim}", f"stories/{story.id}", "parties/Vessa", f"watches/{watch.feed}"]
    entries = []
    for name in (*names, "search"):
        answer = ask(app, f"/feeds/{name}.atom?q=bridge")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
        assert answer.headers["last-modified"].endswith(" GMT")
        root = etree.fromstring(answer.content)
        entries.append(len(root.findall("{http://www.w3.org/2005/Atom}entry")))
        again = ask(app, f"/feeds/{name}.atom?q=bridge", headers={"if-none-match": answer.headers["etag"]})
        assert again.status_code == 304
    assert entries[0] == entries[1] == entries[3] == entries[4] == 1
    assert entries[5]
    assert ask(app, "/feeds/watches/nosuch.atom").status_code == 404
    assert ask(app, "/feeds/claims/nosuch.atom").status_code == 404
    post(app, "/watching/feed", id=str(watch.id))
    assert ask(app, f"/feeds/watches/{watch.feed}.atom").status_code == 404


def test_an_id_that_is_no_more_leads_to_where_its_statements_are(app: ASGIApp, conn: sqlite3.Connection) -> None:
    several = [one.id for one in claims.claims(conn)]
    story = stories.stories(conn)[0].id
    with transaction(conn):
        settling.keep_former(conn, "claim", {"gone": {several[0]: 2}, "older": {"gone": 1}})
        settling.keep_former(conn, "claim", {"apart": {"gone": 1, several[-1]: 1}, "nowhere": {}})
        settling.keep_former(conn, "story", {"was": {story: 1}})
    for id_ in ("gone", "older"):
        answer = ask(app, f"/claims/{id_}")
        assert (answer.status_code, answer.headers["location"]) == (308, f"/claims/{several[0]}")
    assert ask(app, "/stories/was").headers["location"] == f"/stories/{story}"
    assert ask(app, "/claims/nowhere").status_code == 404
    if len(several) > 1:
        answer = ask(app, "/claims/apart")
        assert answer.status_code == 300
        assert len([link for link in check(answer.text).links if link.get("href", "").startswith("/claims/")]) >= 2


def test_with_people_added_only_the_secret_feed_needs_no_signing_in(app: ASGIApp, conn: sqlite3.Connection) -> None:
    one = moved_claim(conn)
    with transaction(conn):
        watch = watches.watch(conn, "Ines Varga", ("claim", one.claim, one.wording), now=NOW)
    happens(conn, one, watch.id)
    add(conn, Deed("root", datetime.now(UTC)), "Ines Varga", "admin", phrase="a ferry sank off Tornholm")
    assert ask(app, f"/feeds/watches/{watch.feed}.atom").status_code == 200
    for address in ("/watching", "/feeds/today.atom", f"/feeds/claims/{one.claim}.atom"):
        answer = ask(app, address)
        assert (answer.status_code, answer.headers["location"][:8]) == (303, "/sign-in")
    assert post(app, "/watch", kind="claim", key=one.claim).status_code == 401
