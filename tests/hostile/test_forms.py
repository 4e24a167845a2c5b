"""Every route that changes something, walked: from elsewhere, by strangers, by readers, by tokens of less scope."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import httpx
import pytest
from starlette.routing import Route
from starlette.types import ASGIApp

from onrecord.model import Scope
from onrecord.pipeline import people as access
from onrecord.pipeline import people_tokens
from onrecord.pipeline.deeds import Deed
from onrecord.store import watches
from onrecord.store.opening import open_record, transaction
from onrecord.web.api.routes import OPERATIONS, PREFIX
from onrecord.web.app import ROUTES, desk
from tests.hostile.walk import CLAIM
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST, ask
from tests.web.browsing import Browser, added

OWN = f"http://{HOST}:8000"
POSTS = sorted({one.path for one in ROUTES if isinstance(one, Route) and "POST" in (one.methods or ())})
# What a reader may send, for it is their own; and what nobody has to be signed in for.
READERS = {"/watch", "/unwatch", "/watching/ways", "/watching/feed", "/watching/seen", "/sign-out"}
READERS |= {one for one in POSTS if one.startswith(("/me/", "/api/v1/watches"))}
ANYBODYS = {"/sign-in", "/welcome"}
KNOWN_BY_THE_DOOR = "/api/{rest:path}"
ELSEWHERE: tuple[dict[str, str], ...] = (
    {},
    {"origin": "http://evil.example"},
    {"origin": "null"},
    {"origin": f"{OWN}.evil.example"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
    {"sec-fetch-site": "cross-site", "origin": OWN},
    {"sec-fetch-site": "same-origin", "origin": "http://evil.example"},
    {"referer": f"{OWN}/claims"},
    {"x-http-method-override": "GET", "origin": "http://evil.example"},
    {"authorization": "Basic b25yOg==", "origin": "http://evil.example"},
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("forms") / "record.db"
    small_record(path, plain)
    for name, role in (("Ada", "admin"), ("Eddy", "editor"), ("Rita", "reader"), ("Ruth", "reader")):
        added(path, name, role)  # type: ignore[arg-type]
    return path


@pytest.fixture(scope="module")
def app(record: Path) -> ASGIApp:
    return desk(record, HOST)


@pytest.fixture(scope="module")
def signed_in(app: ASGIApp) -> dict[str, Browser]:
    """Browsers of those who were added, by name."""
    held = {name: Browser(app) for name in ("Ada", "Eddy", "Rita", "Ruth")}
    for name, browser in held.items():
        assert browser.sign_in(name).status_code == 303
    return held


def at(path: str) -> str:
    """An address of the route."""
    return path.replace("{kind}", "note").replace("{rest:path}", "v1/x").replace("{id}", "1").replace("{ticket}", "x")


@cache
def token(record: Path, name: str, scope: Scope) -> dict[str, str]:
    with closing(open_record(record)) as conn:
        doing = Deed("root", datetime.now(UTC))
        _, secret = people_tokens.give(conn, doing, access.find(conn, name), people_tokens.Wanted(scope, "a test"))
    return {"authorization": f"Bearer {secret}"}


def cookies(browser: Browser) -> str:
    return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


@pytest.mark.parametrize("path", POSTS)
def test_no_form_of_another_site_is_taken(app: ASGIApp, signed_in: dict[str, Browser], path: str) -> None:
    for headers in ELSEWHERE:
        sent = {"content-type": "application/x-www-form-urlencoded", "cookie": cookies(signed_in["Ada"]), **headers}
        answer = ask(app, at(path), method="POST", headers=sent, content=b"name=Rita&role=admin")
        assert answer.status_code == 403, headers
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", POSTS)
def test_opening_an_address_changes_nothing(app: ASGIApp, signed_in: dict[str, Browser], path: str) -> None:
    if path in (KNOWN_BY_THE_DOOR, f"{PREFIX}/judgements", *ANYBODYS) or _is_page_too(path):
        return
    for method in ("GET", "HEAD", "PUT", "DELETE", "PATCH"):
        answer = ask(app, at(path), method=method, headers={"cookie": cookies(signed_in["Ada"])})
        assert answer.status_code in (308, 403, 404, 405), (method, path)  # 308: as the name of an outlet


def _is_page_too(path: str) -> bool:
    return any(isinstance(one, Route) and one.path == path and "GET" in (one.methods or ()) for one in ROUTES)


@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open reading"])
@pytest.mark.parametrize("path", POSTS)
def test_a_stranger_is_asked_to_sign_in(record: Path, path: str, opened: bool) -> None:
    stranger = Browser(desk(record, HOST, open_reading=opened))
    answer = stranger.post(at(path), {"name": "Eve", "role": "admin"})
    if path in ANYBODYS:
        assert answer.status_code in (200, 400, 403, 404)
    else:
        assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", [one for one in POSTS if one not in ANYBODYS | READERS | {KNOWN_BY_THE_DOOR}])
def test_a_reader_changes_nothing(signed_in: dict[str, Browser], path: str) -> None:
    answer = signed_in["Rita"].post(at(path), {"name": "Rita", "role": "admin", "q": "x", "text": "x", "claim": CLAIM})
    assert answer.status_code == 403, path


@pytest.mark.parametrize("path", [one for one in POSTS if one.startswith("/people")])
def test_an_editor_says_not_who_may_what(signed_in: dict[str, Browser], path: str) -> None:
    assert signed_in["Eddy"].post(path, {"name": "Eddy", "role": "admin"}).status_code == 403


@pytest.mark.parametrize("page", ["/people", "/review", "/review/given/1", "/review/statements/x"])
def test_pages_for_others_are_not_shown(signed_in: dict[str, Browser], page: str) -> None:
    assert signed_in["Rita"].get(page).status_code == 403


@pytest.mark.parametrize("scope", ["read", "write", "admin"])
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_a_token_may_no_more_than_its_scope_and_its_person(
    app: ASGIApp, record: Path, operation: object, scope: Scope
) -> None:
    method, needs, path = operation.method, operation.scope, at(operation.path)  # type: ignore[attr-defined]
    holder = {"read": "Rita", "write": "Eddy", "admin": "Ada"}[scope]
    for name in {holder, "Ada"}:
        headers = {**token(record, name, scope), "content-type": "application/json"}
        answer = ask(app, f"{PREFIX}{path}", method=method, headers=headers, content=b"{}")
        assert (answer.status_code not in (401, 403)) is (needs == "read" or scope != "read"), (name, answer.text)


def test_a_reader_is_given_no_token_for_more(signed_in: dict[str, Browser], app: ASGIApp) -> None:
    for scope in ("write", "admin"):
        page = signed_in["Rita"].post("/me/tokens", {"scope": scope, "label": "more"})
        if page.status_code == 200:
            secret = page.text.partition("onr_")[2][:43]
            headers = {"authorization": f"Bearer onr_{secret}", "content-type": "application/json"}
            judge = json.dumps({"kind": "note", "claim": CLAIM, "text": "x"}).encode()
            assert ask(app, f"{PREFIX}/judgements", method="POST", headers=headers, content=judge).status_code == 403


@pytest.mark.parametrize("path", ["/", "/me", "/people", "/sign-in", "/review", "/watching", "/log"])
def test_a_token_opens_nothing_but_the_api(app: ASGIApp, record: Path, path: str) -> None:
    answer = ask(app, path, headers=token(record, "Ada", "admin"))
    assert answer.status_code == (200 if path == "/sign-in" else 303)


def test_with_its_person_everything_of_theirs_is_gone_at_once(app: ASGIApp, record: Path) -> None:
    added(record, "Wilma", "admin")
    browser = Browser(app)
    browser.sign_in("Wilma")
    held = token(record, "Wilma", "admin")
    with closing(open_record(record)) as conn, transaction(conn):
        feed = watches.watch(conn, "Wilma", ("claim", CLAIM, "x"), now="2026-05-04T00:00:00Z").feed
    ways = {"/api/v1/claims": held, "/claims": {"cookie": cookies(browser)}, f"/feeds/watches/{feed}.atom": {}}
    assert [ask(app, path, headers=how).status_code for path, how in ways.items()] == [200, 200, 200]
    with closing(open_record(record)) as conn:
        access.remove(conn, Deed("root", datetime.now(UTC)), "Wilma")
    assert [ask(app, path, headers=how).status_code for path, how in ways.items()] == [401, 303, 404]
    added(record, "Wilma", "reader")  # somebody else of that name
    assert [ask(app, path, headers=how).status_code for path, how in ways.items()] == [401, 303, 404]


def test_nobody_is_sent_a_page_that_was_made_for_another(app: ASGIApp, signed_in: dict[str, Browser]) -> None:
    for path in ("/", "/claims", f"/claims/{CLAIM}", "/about", "/search?q=bridge", "/watching", "/log", "/nope"):
        pages = {name: signed_in[name].get(path) for name in ("Ada", "Rita", "Ruth", "Rita", "Ada")}
        for name, page in pages.items():
            assert all(other not in page.text for other in pages if other != name), (path, name)
            private = page.headers["cache-control"]
            assert "private" in private or "no-store" in private, path
            assert "cookie" in page.headers["vary"]
        assert "Vessa" not in ask(app, path).text
        # A tag of another's page is none of one's own, and says nothing to a stranger.
        tag = pages["Ada"].headers.get("etag", '"none"')
        assert signed_in["Rita"].get(path, **{"if-none-match": tag}).status_code == pages["Rita"].status_code
        assert ask(app, path, headers={"if-none-match": tag}).status_code == 303
        assert ask(app, path, headers={"if-none-match": "*"}).status_code == 303


def test_what_is_one_readers_is_not_another_s(signed_in: dict[str, Browser], record: Path) -> None:
    signed_in["Ruth"].post("/watch", {"kind": "claim", "key": CLAIM, "label": "x"})
    with closing(open_record(record)) as conn:
        [own] = watches.of_reader(conn, "Ruth")
    hook = {"id": str(own.id), "hook": "https://evil.example/", "mail": "rita@evil.example", "paused": ""}
    for path in ("/watching/ways", "/watching/feed", "/unwatch"):
        signed_in["Rita"].post(path, hook)
    with closing(open_record(record)) as conn:
        assert watches.of_reader(conn, "Ruth") == [own]
    page = signed_in["Rita"].get("/watching").text
    assert own.feed not in page


def test_nothing_that_was_typed_in_secret_is_logged(
    app: ASGIApp, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(0):
        browser = Browser(app, address="198.51.100.9")
        browser.post("/sign-in", {"name": "a phrase in the wrong field", "phrase": "a secret of four words"})
        browser.get("/welcome?key=a-secret-key")
        ask(app, "/api/v1/claims", headers={"authorization": "Bearer onr_asecrettoken"})
        browser.get("/feeds/watches/asecretfeed.atom")
    told = caplog.text + "".join(capfd.readouterr())
    for secret in ("four words", "wrong field", "a-secret-key", "asecrettoken", "asecretfeed"):
        assert secret not in "\n".join(line for line in told.splitlines() if "httpx" not in line)


def test_a_refusal_says_nothing_of_the_inside(app: ASGIApp, record: Path) -> None:
    odd: list[httpx.Response] = [
        ask(app, "/api/v1/claims/%27"),
        ask(app, "/claims/../../etc/passwd"),
        ask(desk(record.with_name("missing.db"), HOST), "/api/v1/claims"),
    ]
    for answer in odd:
        for inside in ("Traceback", "sqlite3", "site-packages", ".py", "SELECT"):
            assert inside not in answer.text
