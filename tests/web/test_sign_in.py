"""Signing in and out as a browser does it."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from onrecord.pipeline.deeds import kept_as
from onrecord.store import people, sessions
from onrecord.store.opening import open_record
from onrecord.web.app import desk
from tests.publish.seen_page import check, seen
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST
from tests.web.browsing import PHRASE, Browser, added

NEVER_ENDS = "2999-01-01T00:00:00Z"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    small_record(path, plain)
    added(path, "Ada Moreau", "admin")
    return path


@pytest.fixture
def app(record: Path) -> ASGIApp:
    return desk(record, HOST)


@pytest.fixture
def browser(app: ASGIApp) -> Browser:
    return Browser(app)


def test_the_page_is_sound_and_shows_nothing_of_the_record(browser: Browser) -> None:
    page = browser.get("/sign-in?next=/claims")
    found = check(page.text)
    assert page.headers["cache-control"] == "no-store"
    assert 'value="/claims"' in page.text
    assert "Vessa" not in found.text
    assert "nav" not in found.tags


def test_signing_in_goes_on_to_the_page_that_was_asked_for(browser: Browser) -> None:
    answer = browser.sign_in("ada moreau", then="/claims?status=denied")
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims?status=denied")
    page = browser.get("/claims")
    assert page.status_code == 200
    assert "Ada Moreau" in check(page.text).text
    assert browser.get("/sign-in?next=//evil.example").headers["location"] == "/"


def test_nobody_is_sent_elsewhere(browser: Browser) -> None:
    assert browser.sign_in("Ada Moreau", then="//evil.example").headers["location"] == "/"


@pytest.mark.parametrize(("name", "phrase"), [("Ada Moreau", "wrong wrong"), ("Eve", PHRASE), ("", ""), ("\x00", "x")])
def test_who_is_wrong_is_told_no_more_than_that(browser: Browser, name: str, phrase: str) -> None:
    answer = browser.sign_in(name, phrase=phrase)
    assert answer.status_code == 403
    assert "do not belong together" in check(answer.text).text
    assert "set-cookie" not in answer.headers
    assert phrase not in answer.text or not phrase or phrase == "x"


def test_the_cookie_is_for_this_desk_and_no_script(browser: Browser, record: Path) -> None:
    [session, known] = browser.sign_in("Ada Moreau").headers.get_list("set-cookie")
    for one in (session, known):
        assert "HttpOnly" in one
        assert "SameSite=lax" in one
        assert "Path=/;" in one
        assert "Domain" not in one
    behind = Browser(desk(record, HOST, reached_as="https://desk.example"), base="https://desk.example")
    for one in behind.sign_in("Ada Moreau").headers.get_list("set-cookie"):
        assert one.startswith("__Host-onrecord")
        assert "Secure" in one
    assert behind.get("/").status_code == 200


def test_a_session_planted_before_signing_in_is_not_the_one_after(browser: Browser, record: Path) -> None:
    browser.cookies.set("onrecord", "planted", domain=HOST)
    browser.sign_in("Ada Moreau")
    first = browser.cookies["onrecord"]
    assert first != "planted"
    thief = Browser(desk(record, HOST))
    thief.cookies.set("onrecord", "planted", domain=HOST)
    assert thief.get("/").status_code == 303
    browser.sign_in("Ada Moreau")
    thief.cookies.clear()
    thief.cookies.set("onrecord", first, domain=HOST)
    assert thief.get("/").status_code == 303  # the one before it is over


def test_signing_out_ends_the_session_and_not_only_the_cookie(browser: Browser, app: ASGIApp) -> None:
    browser.sign_in("Ada Moreau")
    kept = browser.cookies["onrecord"]
    assert browser.post("/sign-out").headers["location"] == "/sign-in"
    assert "onrecord" not in browser.cookies
    other = Browser(app)
    other.cookies.set("onrecord", kept, domain=HOST)
    assert other.get("/").status_code == 303


def test_guessing_is_slowed_and_somebody_elsewhere_is_not(app: ASGIApp, record: Path) -> None:
    thief, ada = Browser(app, address="198.51.100.7"), Browser(app)
    codes = [thief.sign_in("Ada Moreau", phrase=f"guess number {n}").status_code for n in range(8)]
    assert codes == [403] * 6 + [429] * 2
    answer = thief.sign_in("Ada Moreau")  # even with the right one
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["retry-after"]) <= 3
    assert "Wait" in check(answer.text).text
    assert ada.sign_in("Ada Moreau").status_code == 303
    with closing(open_record(record)) as conn:
        told = [(one.what, one.address) for one in people.events(conn, most=8)]
    assert told[0] == ("signed_in", "192.0.2.7")
    assert told.count(("failed", "198.51.100.7")) == 6


def test_a_browser_from_before_is_let_in_beside_a_guesser_on_its_network(app: ASGIApp) -> None:
    ada, thief = Browser(app), Browser(app)
    ada.sign_in("Ada Moreau")
    ada.post("/sign-out")
    for n in range(8):
        thief.sign_in("Ada Moreau", phrase=f"guess number {n}")
    assert thief.sign_in("Ada Moreau").status_code == 429
    assert ada.sign_in("Ada Moreau").status_code == 303


def test_a_pass_phrase_is_chosen_by_a_link_once(browser: Browser, app: ASGIApp) -> None:
    browser.sign_in("Ada Moreau")
    shown = browser.post("/people/add", {"name": "Tor Lind", "role": "editor"})
    address = re.search(rf'value="http://{HOST}:8000(/welcome\?key=[\w-]+)"', shown.text)
    assert address
    tor = Browser(app)
    page = tor.get(address[1])
    assert "Tor Lind" in check(page.text).text
    key = address[1].partition("=")[2]
    assert "not the same" in tor.post("/welcome", {"key": key, "phrase": "a" * 12, "again": "b" * 12}).text
    phrase = "bees keep to the hedge"
    assert tor.post("/welcome", {"key": key, "phrase": phrase, "again": phrase}).status_code == 303
    assert tor.get(address[1]).status_code == 404
    assert tor.sign_in("tor lind", phrase=phrase).status_code == 303
    assert "Your pass phrase is kept" in seen(Browser(app).get("/sign-in?said=phrase").text).text


def test_whatever_is_sent_is_answered_calmly(browser: Browser) -> None:
    for sent in (
        {},
        {"name": "x" * 5_000, "phrase": "y" * 50_000},
        {"name": "\x00\u202e"},
    ):
        assert browser.post("/sign-in", sent).status_code == 403
    assert browser.post("/sign-in", {"phrase": "y" * 1_100_000}).status_code == 413
    assert browser.get("/welcome?key=" + "k" * 500).status_code == 404


def test_a_session_idle_too_long_is_over(browser: Browser, record: Path) -> None:
    browser.sign_in("Ada Moreau")
    hashed = kept_as(browser.cookies["onrecord"])
    with closing(open_record(record)) as conn:
        sessions.touch(conn, hashed, seen="2020-01-01T00:00:00Z")
    assert browser.get("/").status_code == 303
    with closing(open_record(record)) as conn:
        assert sessions.whose(conn, hashed, "session", NEVER_ENDS) is None
