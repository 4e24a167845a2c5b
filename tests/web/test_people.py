"""Who may come, as an admin sees and changes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.types import ASGIApp

from onrecord.web.app import desk
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST
from tests.web.browsing import Browser, added


@pytest.fixture
def app(tmp_path: Path) -> ASGIApp:
    path = tmp_path / "record.db"
    small_record(path, plain)
    added(path, "Ada", "admin")
    added(path, "Tor", "editor")
    added(path, "Анна", "reader", phrase=None)
    return desk(path, HOST)


@pytest.fixture
def ada(app: ASGIApp) -> Browser:
    browser = Browser(app)
    browser.sign_in("Ada")
    return browser


def test_everybody_is_listed_with_what_is_to_be_known(ada: Browser) -> None:
    text = check(ada.get("/people").text).text
    for words in ("Cyrillic letters", "has chosen no pass phrase yet", "1 session", "What happened last", "signed in"):
        assert words in text


@pytest.mark.parametrize("path", ["add", "role", "remove", "link", "revoke"])
def test_nobody_else_changes_it(app: ASGIApp, path: str) -> None:
    tor = Browser(app)
    tor.sign_in("Tor")
    assert tor.get("/people").status_code == 403
    assert tor.post(f"/people/{path}", {"name": "Ada", "role": "reader", "token": "1"}).status_code == 403
    assert Browser(app).post(f"/people/{path}", {"name": "Ada"}).status_code == 401


def test_roles_and_removal(ada: Browser) -> None:
    assert ada.post("/people/role", {"name": "Tor", "role": "reader"}).headers["location"] == "/people?said=role"
    assert ada.post("/people/remove", {"name": "Tor"}).headers["location"] == "/people?said=removed"
    text = check(ada.get("/people?said=removed").text).text
    assert "What they judged keeps their name" in text
    assert "editor to reader" in text


@pytest.mark.parametrize(
    ("path", "fields", "why"),
    [
        ("remove", {"name": "Ada"}, "last admin"),
        ("role", {"name": "Ada", "role": "editor"}, "last admin"),
        ("role", {"name": "Tor", "role": "god"}, "role is one of"),
        ("role", {"name": "Eve", "role": "editor"}, "obody here is called Eve"),
        ("add", {"name": "tor", "role": "editor"}, "is here already"),
        ("add", {"name": "T0r", "role": "editor"}, "looks like Tor"),
        ("add", {"name": "<script>", "role": "editor"}, "LESS-THAN SIGN"),
        ("revoke", {"token": "x"}, "no whole number"),
        ("revoke", {"token": "77"}, "no token 77"),
    ],
)
def test_what_cannot_be_says_why(ada: Browser, path: str, fields: dict[str, str], why: str) -> None:
    answer = ada.post(f"/people/{path}", fields)
    assert answer.status_code == 400
    assert why in check(answer.text).text


def test_words_of_others_are_only_words(app: ASGIApp, ada: Browser) -> None:
    Browser(app).post("/sign-in", {"name": "Tor", "phrase": "x"}, **{"user-agent": "<script>alert(1)</script>"})
    tor = Browser(app)
    tor.post("/sign-in", {"name": "Tor", "phrase": "four words do well"}, **{"user-agent": "<script>alert(1)</script>"})
    assert "<script>alert" not in check(ada.get("/people").text).text + tor.get("/me").text
