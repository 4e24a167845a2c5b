"""From a request to its answer: pages of rows, what the asker has, who may ask and send, what is refused."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from starlette.types import ASGIApp

from onrecord.pipeline import people as access
from onrecord.store import articles, claims
from onrecord.store.opening import open_record
from onrecord.web.api.routes import PREFIX
from onrecord.web.app import desk
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST, ask
from tests.web.browsing import Browser, added
from tests.web.tokens import DEED, token

NOTE = {"kind": "note", "text": "seen by two of us"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> ASGIApp:
    record = tmp_path_factory.mktemp("api") / "a.db"
    small_record(record, plain)
    return desk(record, HOST)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "own.db"
    small_record(path, plain)
    return path


def get(app: ASGIApp, path: str, **headers: str) -> Any:
    answer = ask(app, f"{PREFIX}{path}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_pages_follow_one_another(app: ASGIApp) -> None:
    every = get(app, "/claims")["items"]
    assert every
    found, address = [], f"{PREFIX}/claims?limit=1"
    while address:
        answer = ask(app, address)
        found += answer.json()["items"]
        address = answer.json()["next"]
        assert (f'<{address}>; rel="next"' == answer.headers.get("link")) == bool(address)
    assert found == every


def test_what_the_asker_has_is_not_sent_again(app: ASGIApp) -> None:
    first = ask(app, f"{PREFIX}/claims")
    again = ask(app, f"{PREFIX}/claims", headers={"if-none-match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert ask(app, f"{PREFIX}/claims", headers={"if-none-match": '"other"'}).status_code == 200


def test_what_is_kept_is_sent_with_the_same_tag(app: ASGIApp) -> None:
    first, second = (ask(app, f"{PREFIX}/stories") for _ in range(2))
    assert first.headers["etag"] == second.headers["etag"]
    assert first.content == second.content
    assert first.headers["content-type"] == second.headers["content-type"] == "application/json"


def test_pages_are_stable_by_cursor(record: Path) -> None:
    app, note = desk(record, HOST), note_on(record)
    given = [send(app, {**note, "text": f"note {n}"})["id"] for n in range(5)]
    first = get(app, "/judgements?limit=2")
    later = send(app, {**note, "text": "meanwhile"})["id"]
    found = [one["id"] for one in first["items"]]
    while first["next"]:
        first = ask(app, first["next"]).json()
        found += [one["id"] for one in first["items"]]
    assert found == given[::-1]
    assert get(app, "/judgements?limit=1")["items"][0]["id"] == later


def test_what_is_given_is_in_the_log_and_can_be_undone(tmp_path: Path) -> None:
    record = tmp_path / "a.db"
    small_record(record, plain)
    own = desk(record, HOST)
    with open_record(record, readonly=True) as conn:
        [claim, *_] = claims.claims(conn)
    given = send(own, {"kind": "note", "claim": claim.id, "text": "seen by two of us", "why": "check"})
    assert given["kind"] == "note"
    undone = send(own, {"kind": "undo", "of": str(given["id"])})
    assert [one["id"] for one in get(own, "/judgements")["items"]] == [undone["id"], given["id"]]
    assert get(own, f"/judgements/{given['id']}")["standing"] == "undone"


def send(app: ASGIApp, body: dict[str, Any], *, expected: int = 201) -> Any:
    headers = {"content-type": "application/json", "sec-fetch-site": "same-origin"}
    answer = ask(app, f"{PREFIX}/judgements", method="POST", headers=headers, content=json.dumps(body).encode())
    assert answer.status_code == expected, answer.text
    return answer.json()


def note_on(record: Path) -> dict[str, str]:
    with open_record(record, readonly=True) as conn:
        return {**NOTE, "article": articles.newest(conn, 1, 0)[0].id}  # claims are settled anew, articles stay


JSON = {"content-type": "application/json"}
OWN = {"origin": "http://127.0.0.1:8000"}


@pytest.mark.parametrize(("headers", "status"), [
    (JSON, 201),  # a program on this machine
    ({"content-type": "Application/JSON; charset=utf-8"}, 201),
    ({**JSON, **OWN}, 201),
    ({**JSON, "sec-fetch-site": "same-origin"}, 201),
    ({**JSON, "origin": "http://evil.example"}, 403),
    ({**JSON, "origin": "null"}, 403),
    ({**JSON, "sec-fetch-site": "cross-site"}, 403),
    ({**JSON, "sec-fetch-site": "none"}, 403),
    ({**JSON, "sec-fetch-mode": "no-cors"}, 403),  # a browser, whatever it leaves out
    ({**JSON, "referer": "http://evil.example/"}, 403),
    ({**JSON, "cookie": "a=b"}, 403),
    ({**JSON, "host": "evil.example"}, 421),
    ({**JSON, "x-forwarded-for": "192.0.2.1"}, 403),  # through a proxy the desk was not told of
    ({}, 403),
    ({"content-type": "text/plain"}, 403),  # what a page of another site can send without asking
    ({"content-type": "text/plain; application/json"}, 403),
    ({"content-type": "application/x-www-form-urlencoded"}, 403),
    ({"content-type": "multipart/form-data; boundary=application/json"}, 403),
    ({"content-type": "text/plain", **OWN}, 415),
])  # fmt: skip
def test_without_people_a_program_on_this_machine_may_send_json(
    record: Path, headers: dict[str, str], status: int
) -> None:
    sent = json.dumps(note_on(record)).encode()
    answer = ask(desk(record, HOST), f"{PREFIX}/judgements", method="POST", headers=headers, content=sent)
    assert answer.status_code == status, answer.text
    assert (answer.headers["content-type"] == "application/problem+json") is (status != 201)


@pytest.mark.parametrize(("host", "reached_as", "address", "status"), [
    (HOST, "", "192.0.2.7", 403),
    ("0.0.0.0", "", "127.0.0.1", 403),
    (HOST, "https://desk.example", "127.0.0.1", 403),
    (HOST, "", "127.0.0.1", 405),  # let in: and there is no such way
])  # fmt: skip
def test_only_on_this_machine(record: Path, host: str, reached_as: str, address: str, status: int) -> None:
    browser = Browser(desk(record, host, reached_as=reached_as), address=address)
    assert browser._ask("DELETE", f"{PREFIX}/counts", {}, None).status_code == status


def test_no_other_site_may_ask_first(app: ASGIApp) -> None:
    asks_first = {"origin": "http://evil.example", "access-control-request-method": "POST"}
    answer = ask(app, f"{PREFIX}/judgements", method="OPTIONS", headers=asks_first)
    assert answer.status_code == 405
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["allow"] == "GET, HEAD, POST, DELETE"


def test_with_people_everybody_says_who_they_are(record: Path) -> None:
    added(record, "Ada", "admin")
    for opened, status in ((False, 401), (True, 200)):
        app = desk(record, HOST, open_reading=opened)
        answer = ask(app, f"{PREFIX}/claims")
        assert answer.status_code == status
        for path in ("/judgements", "/watches"):
            sent = ask(app, f"{PREFIX}{path}", method="POST", headers=JSON, content=b"{}")
            assert (sent.status_code, sent.headers["content-type"]) == (401, "application/problem+json")
            assert sent.headers["www-authenticate"].startswith("Bearer")
    assert ask(desk(record, HOST), f"{PREFIX}/claims", headers={"authorization": "Bearer onr_x"}).status_code == 401


def test_a_token_may_what_its_scope_and_its_person_may(record: Path) -> None:
    added(record, "Ada", "admin")
    added(record, "Bo", "editor")
    app, sent = desk(record, HOST), json.dumps(note_on(record)).encode()
    read, write = token(record, "Bo", "read"), token(record, "Bo", "write")

    def post(as_: dict[str, str]) -> int:
        headers = {**JSON, **as_}
        return ask(app, f"{PREFIX}/judgements", method="POST", headers=headers, content=sent).status_code

    watch = json.dumps({"kind": "search", "key": "bridge"}).encode()
    assert get(app, "/claims", **read)["items"]
    assert (post(read), post(write)) == (403, 201)
    assert post({**write, "origin": "http://evil.example"}) == 201, "no browser adds a token by itself"
    assert ask(app, f"{PREFIX}/review", headers=read).status_code == 403
    for as_, status in ((read, 403), (write, 201)):
        answer = ask(app, f"{PREFIX}/watches", method="POST", headers={**JSON, **as_}, content=watch)
        assert answer.status_code == status
    with closing(open_record(record)) as conn:
        access.set_role(conn, DEED, "Bo", "reader")
    assert post(write) == 403
    with closing(open_record(record)) as conn:
        access.remove(conn, DEED, "Bo")
    assert post(write) == 401
    assert ask(app, f"{PREFIX}/claims", headers=read).status_code == 401


def test_a_session_sends_from_the_desks_own_pages_alone(record: Path) -> None:
    added(record, "Ada", "admin")
    browser = Browser(desk(record, HOST), address="127.0.0.1")
    browser.sign_in("Ada")
    assert browser.get(f"{PREFIX}/claims").status_code == 200
    path = f"{PREFIX}/judgements"
    for told in ({}, {"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, JSON):
        assert browser._ask("POST", path, {**JSON, **told}, None).status_code == 403
    assert browser._ask("POST", path, {**JSON, **OWN}, None).status_code == 400, "let in: and it is no JSON"


def test_too_much_is_refused_before_it_is_read(app: ASGIApp) -> None:
    sent = b'{"kind": "note", "text": "' + b"a" * 1_000_000 + b'"}'
    answer = ask(app, f"{PREFIX}/judgements", method="POST", headers=JSON, content=sent)
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_busy_record_says_when_to_come_again(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app, sent = desk(record, HOST), json.dumps(note_on(record)).encode()
    record.write_bytes(b"no record at all, but long enough to look like one" * 100)
    answer = ask(app, f"{PREFIX}/judgements", method="POST", headers=JSON, content=sent)
    assert answer.status_code == 503


@pytest.mark.parametrize(("address", "status", "told"), [
    ("/claims?limit=0", 400, "limit is to be from 1 to 200"),
    ("/claims?limit=1e3", 400, "limit is to be an integer"),
    ("/claims?status=true", 400, "status is to be one of: reported"),
    ("/claims?colour=red", 400, "no parameter is called 'colour'"),
    ("/claims?limit=1&limit=2", 400, "limit was given twice"),
    ("/search", 400, "say what is looked for"),
    ("/positions", 400, "claim is missing"),
    ("/claims/none", 404, "there is no claim none"),
    ("/nothing", 404, "there is no such address"),
])  # fmt: skip
def test_problems_say_what_to_do(app: ASGIApp, address: str, status: int, told: str) -> None:
    answer = ask(app, PREFIX + address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert told in answer.json()["detail"]
    assert answer.json()["status"] == status
