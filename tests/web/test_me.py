"""Oneself: sessions, pass phrase, tokens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from onrecord.web.app import desk
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST, ask
from tests.web.browsing import PHRASE, Browser, added

OTHER = "bees keep to the hedge"


@pytest.fixture
def app(tmp_path: Path) -> ASGIApp:
    path = tmp_path / "record.db"
    small_record(path, plain)
    added(path, "Ada", "admin")
    added(path, "Tor", "editor")
    return desk(path, HOST)


@pytest.fixture
def tor(app: ASGIApp) -> Browser:
    browser = Browser(app)
    browser.sign_in("Tor")
    return browser


def test_the_page_says_what_one_may_and_where_one_is(tor: Browser) -> None:
    page = tor.get("/me", **{"user-agent": "x"})
    text = check(page.text).text
    for words in ("Editor of this desk", "this one", "192.0.2.7", "You have none"):
        assert words in text
    assert "Who may come" not in text
    assert 'value="admin"' not in page.text  # no scope beyond one's own role


def test_a_new_phrase_needs_the_old_one_and_ends_the_other_sessions(app: ASGIApp, tor: Browser) -> None:
    elsewhere = Browser(app)
    elsewhere.sign_in("Tor")
    new = {"phrase": OTHER, "again": OTHER}
    wrong = tor.post("/me/phrase", {"old": "wrong wrong wrong", **new})
    assert wrong.status_code == 400
    assert "nothing was changed" in check(wrong.text).text
    assert (
        "tried first" in tor.post("/me/phrase", {"old": PHRASE, "phrase": "password1234", "again": "password1234"}).text
    )
    assert tor.post("/me/phrase", {"old": PHRASE, **new}).status_code == 303
    assert tor.get("/me?said=phrase").status_code == 200
    assert elsewhere.get("/").status_code == 303
    assert Browser(app).sign_in("Tor", phrase=OTHER).status_code == 303


def test_phrases_are_not_tried_at_will_at_an_open_session(tor: Browser) -> None:
    new = {"phrase": OTHER, "again": OTHER}
    codes = [tor.post("/me/phrase", {"old": f"guess number {n}", **new}).status_code for n in range(13)]
    assert codes[-1] == 429


def test_one_session_is_ended_and_all_others(app: ASGIApp, tor: Browser) -> None:
    one, two, ada = Browser(app), Browser(app), Browser(app)
    one.sign_in("Tor")
    two.sign_in("Tor")
    ada.sign_in("Ada")
    ids = re.findall(r'name="session" value="([0-9a-f]+)"', tor.get("/me").text)
    assert len(ids) == 2
    assert ada.post("/me/sessions", {"session": ids[0]}).status_code == 400  # not hers to end
    assert tor.post("/me/sessions", {"session": ids[0]}).status_code == 303
    assert sorted(each.get("/").status_code for each in (one, two)) == [200, 303]
    assert tor.post("/me/everywhere").status_code == 303
    assert [each.get("/").status_code for each in (one, two, tor, ada)] == [303, 303, 200, 200]


def test_a_token_is_made_shown_once_and_revoked(app: ASGIApp, tor: Browser) -> None:
    made = tor.post("/me/tokens", {"label": "cron", "scope": "write", "days": "2"})
    assert made.headers["cache-control"] == "no-store"
    secret = re.search(r'value="(onr_[\w-]{43})"', made.text)
    assert secret
    check(made.text)
    page = tor.get("/me").text
    assert secret[1] not in page
    header = {"authorization": f"Bearer {secret[1]}"}
    assert ask(app, "/api/nope", headers=header).status_code == 404
    id_ = re.search(r'name="token" value="(\d+)"', page)
    assert id_
    ada = Browser(app)
    ada.sign_in("Ada")
    assert ada.post("/me/revoke", {"token": id_[1]}).status_code == 400  # hers it is not
    assert tor.post("/me/revoke", {"token": id_[1]}).status_code == 303
    assert ask(app, "/api/nope", headers=header).status_code == 401


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"label": "x", "scope": "admin"}, "Tor is editor"),
        ({"label": "x", "scope": "all"}, "one of: read, write, admin"),
        ({"label": "", "scope": "read"}, "label"),
        ({"label": "x", "scope": "read", "days": "-1"}, "no whole number"),
        ({"label": "x", "scope": "read", "days": "99999"}, "days"),
    ],
)
def test_a_token_that_cannot_be_is_refused(tor: Browser, fields: dict[str, str], why: str) -> None:
    answer = tor.post("/me/tokens", fields)
    assert answer.status_code == 400
    assert why in check(answer.text).text


def test_without_people_there_is_nobody_to_be(tmp_path: Path) -> None:
    small_record(tmp_path / "record.db", plain)
    assert ask(desk(tmp_path / "record.db", HOST), "/me").status_code == 404
