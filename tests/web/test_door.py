"""Who is let in where: nobody added, strangers, people, tokens; and at once otherwise when that changes."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import anyio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from onrecord.model import Role, Scope
from onrecord.pipeline import people as access
from onrecord.pipeline import people_tokens
from onrecord.pipeline.deeds import Deed, kept_as
from onrecord.store import sessions
from onrecord.store.opening import open_record
from onrecord.web import app as application
from onrecord.web.app import desk
from onrecord.web.visitors import scoped, visitor
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST, ask
from tests.web.browsing import Browser, added

DEED = Deed("root", datetime.now(UTC))
PAGES = ("/", "/claims", "/stories", "/search?q=bridge", "/about", "/nope", "/people", "/me", "/api/v1/claims")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    small_record(path, plain)
    return path


def who(request: Request) -> Response:
    """Tells who came."""
    reader = visitor(request)
    return JSONResponse([reader.name, reader.role, reader.way, request.scope["token"]])


def needs(request: Request) -> Response:
    """Answers whoever has the scope."""
    return JSONResponse(scoped(request, request.path_params["scope"]).name)


@pytest.fixture
def probes(monkeypatch: pytest.MonkeyPatch) -> None:
    probes = (Route("/api/who", who, methods=["GET", "POST"]), Route("/who", who), Route("/api/needs/{scope}", needs))
    monkeypatch.setattr(application, "ROUTES", (*probes, *application.ROUTES))


def token(record: Path, name: str, scope: Scope) -> dict[str, str]:
    """The header of a new token."""
    with closing(open_record(record)) as conn:
        _, secret = people_tokens.give(conn, DEED, access.find(conn, name), people_tokens.Wanted(scope, "a test"))
    return {"authorization": f"Bearer {secret}"}


def test_without_people_whoever_is_at_the_machine_may_all(record: Path) -> None:
    page = ask(desk(record, HOST), "/people")
    assert page.status_code == 200
    assert "Nobody was added" in check(page.text).text


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5"])
def test_a_desk_that_others_reach_is_only_read_until_somebody_is_added(record: Path, host: str) -> None:
    browser = Browser(desk(record, host), base="http://192.168.1.5:8000")
    page = browser.get("/")
    assert page.status_code == 200
    assert "onrecord user add NAME --role admin" in check(page.text).text
    assert "People" not in page.text
    assert browser.get("/people").status_code == 403
    fields = {"name": "Eve", "role": "admin", "phrase": "four words do well", "again": "four words do well"}
    assert browser.post("/people/add", fields).status_code == 403
    for path in ("/watch", "/watching/ways", "/review/give/note", "/sign-in", "/api/v1/judgements"):
        answer = browser.post(path)
        assert answer.status_code == 403, path
        assert "everybody only reads" in answer.text


def test_behind_a_proxy_nobody_is_at_the_machine(record: Path) -> None:
    browser = Browser(desk(record, HOST, reached_as="https://desk.example"), base="https://desk.example")
    assert browser.get("/people").status_code == 403


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "via", "x-real-ip"])
def test_a_proxy_that_the_desk_was_not_told_of_is_not_the_machine(record: Path, header: str) -> None:
    assert ask(desk(record, HOST), "/people", headers={header: "192.0.2.7"}).status_code == 403


@pytest.mark.parametrize("address", PAGES)
def test_with_people_every_page_asks_who_comes(record: Path, address: str) -> None:
    added(record, "Ada", "admin")
    answer = ask(desk(record, HOST), address)
    assert "Vessa" not in answer.text
    if address.startswith("/api/"):
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.json()["status"] == 401
    else:
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in?next=%2F")


@pytest.mark.parametrize("address", ["/sign-in", "/healthz", "/static/desk.css", "/welcome"])
def test_what_is_open_to_all_stays_so(record: Path, address: str) -> None:
    added(record, "Ada", "admin")
    assert ask(desk(record, HOST), address).status_code in (200, 404 if address == "/welcome" else 200)


def test_open_reading_reads_and_nothing_more(record: Path) -> None:
    added(record, "Ada", "admin")
    browser = Browser(desk(record, HOST, open_reading=True))
    page = browser.get("/")
    assert page.status_code == 200
    assert "Sign in" in check(page.text).text
    assert [browser.get(path).status_code for path in ("/people", "/me")] == [401, 401]
    assert browser.post("/people/add", {"name": "Eve", "role": "admin"}).status_code == 401


def test_the_first_person_turns_it_on_for_the_machine_too(record: Path) -> None:
    browser = Browser(desk(record, HOST))
    fields = {"name": "Ada", "role": "admin", "phrase": "four words do well", "again": "four words do well"}
    assert browser.post("/people/add", fields).headers["location"] == "/sign-in"
    assert browser.get("/").status_code == 303
    assert browser.sign_in("Ada").status_code == 303
    assert browser.get("/people").status_code == 200


def test_who_is_removed_is_out_at_once(record: Path) -> None:
    added(record, "Ada", "admin")
    added(record, "Tor", "editor")
    app = desk(record, HOST)
    tor = Browser(app)
    tor.sign_in("Tor")
    header = token(record, "Tor", "write")
    assert tor.get("/").status_code == 200
    assert ask(app, "/api/v1/claims", headers=header).status_code != 401
    with closing(open_record(record)) as conn:
        access.remove(conn, DEED, "Tor")
    assert tor.get("/").status_code == 303
    assert ask(app, "/api/v1/claims", headers=header).status_code == 401


def test_another_role_holds_at_once(record: Path) -> None:
    added(record, "Ada", "admin")
    added(record, "Tor", "admin")
    tor = Browser(desk(record, HOST))
    tor.sign_in("Tor")
    assert tor.get("/people").status_code == 200
    with closing(open_record(record)) as conn:
        access.set_role(conn, DEED, "Tor", "reader")
    answer = tor.get("/people")
    assert answer.status_code == 403
    assert "Tor is a reader" in check(answer.text).text


@pytest.mark.usefixtures("probes")
@pytest.mark.parametrize(
    ("role", "scope", "may"),
    [
        ("reader", "read", "reader"),
        ("editor", "read", "reader"),
        ("editor", "write", "editor"),
        ("admin", "write", "editor"),
        ("admin", "admin", "admin"),
    ],
)
def test_a_token_may_what_its_scope_says_under_api_alone(record: Path, role: Role, scope: Scope, may: Role) -> None:
    added(record, "Ada", "admin")
    if role != "admin":
        added(record, "Tor", role)
    name = "Ada" if role == "admin" else "Tor"
    app, header = desk(record, HOST), token(record, name, scope)
    assert ask(app, "/api/who", headers=header).json() == [name, may, "token", True]
    assert ask(app, "/api/who", method="POST", headers=header).json()[1] == may  # no browser sends it: no origin needed
    assert ask(app, "/who", headers=header).status_code == 303
    assert ask(app, "/people", headers=header).status_code == 303


@pytest.mark.usefixtures("probes")
def test_a_token_outlives_no_demotion_and_never_uses_the_cookie_beside_it(record: Path) -> None:
    added(record, "Ada", "admin")
    added(record, "Tor", "editor")
    app = desk(record, HOST)
    ada, header = Browser(app), token(record, "Tor", "write")
    with closing(open_record(record)) as conn:
        access.set_role(conn, DEED, "Tor", "reader")
    ada.sign_in("Ada")
    assert ada.get("/api/who", **header).json() == ["Tor", "reader", "token", True]
    wrong = ada.get("/api/who", authorization="Bearer onr_wrong")
    assert wrong.status_code == 401
    assert "invalid_token" in wrong.headers["www-authenticate"]
    assert ada.get("/api/who").json() == ["Ada", "admin", "session", False]
    assert ada.post("/api/who", origin="http://evil.example").status_code == 403


@pytest.mark.usefixtures("probes")
def test_a_scope_is_required_by_one_function(record: Path) -> None:
    added(record, "Ada", "admin")
    app, header = desk(record, HOST), token(record, "Ada", "write")
    assert [ask(app, f"/api/needs/{one}", headers=header).status_code for one in ("read", "write", "admin")] == [
        *(200, 200, 403),
    ]
    refused = ask(app, "/api/needs/admin", headers=header)
    assert refused.headers["content-type"] == "application/problem+json"
    assert "this token is for an editor" in refused.json()["detail"]


@pytest.mark.parametrize("header", ["Bearer ", "Bearer  x", "bearer " + "x" * 9_000])
def test_a_token_that_is_none_is_refused(record: Path, header: str) -> None:
    added(record, "Ada", "admin")
    answer = ask(desk(record, HOST), "/api/v1/claims", headers={"authorization": header})
    assert answer.status_code == 401


def test_answers_are_for_nobody_else(record: Path) -> None:
    added(record, "Ada", "admin")
    browser = Browser(desk(record, HOST))
    browser.sign_in("Ada")
    page = browser.get("/")
    assert page.headers["cache-control"] == "private, no-cache"
    assert "cookie" in page.headers["vary"]
    assert [browser.get(path).headers["cache-control"] for path in ("/me", "/people", "/nope")] == ["no-store"] * 3
    browser.post("/sign-out")
    tag = {"if-none-match": page.headers["etag"]}
    assert browser.get("/", **tag).status_code == 303


def test_use_is_noted_now_and_then(record: Path) -> None:
    added(record, "Ada", "admin")
    browser = Browser(desk(record, HOST))
    browser.sign_in("Ada")
    hashed = kept_as(browser.cookies["onrecord"])
    before = (datetime.now(UTC) - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    with closing(open_record(record)) as conn:
        sessions.touch(conn, hashed, seen=before)
    assert browser.get("/").status_code == 200
    with closing(open_record(record)) as conn:
        found = sessions.whose(conn, hashed, "session", before)
    assert found
    assert found[1].seen > before


def test_a_record_that_cannot_be_read_lets_nobody_in(tmp_path: Path) -> None:
    (tmp_path / "other.db").write_bytes(b"not a database at all, but long enough to be looked at" * 40)
    answer = ask(desk(tmp_path / "other.db", HOST), "/people")
    assert answer.status_code == 503
    check(answer.text)


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> ASGIApp:
    path = tmp_path_factory.mktemp("closed") / "record.db"
    small_record(path, plain)
    added(path, "Ada", "admin")
    return desk(path, HOST)


NEVER = st.binary(max_size=60) | st.sampled_from(
    [b"onrecord=", b'onrecord="a"; onrecord=b', b"bearer ", b"Bearer onr_"]
)


@settings(max_examples=60, deadline=None)
@given(cookie=NEVER, token=NEVER, path=st.sampled_from(["/", "/api/v1/claims", "/people"]))
def test_whatever_is_shown_at_the_door_opens_nothing(closed: ASGIApp, cookie: bytes, token: bytes, path: str) -> None:
    starts: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        starts.append(message)

    headers = [(b"host", b"127.0.0.1:8000"), (b"cookie", cookie), (b"authorization", token)]
    asked = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": headers}
    anyio.run(closed, {**asked, "raw_path": path.encode(), "client": ("192.0.2.7", 1), "scheme": "http"}, receive, send)
    assert starts[0]["status"] == (401 if path.startswith("/api/") else 303)
