"""What changed, and watches: told in order, one's own alone, a hook's secret once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from onrecord.store import claims
from onrecord.store.opening import open_record
from onrecord.web.api.routes import PREFIX
from onrecord.web.app import desk
from tests.publish.small_record import plain, small_record
from tests.web.asking import HOST, ask
from tests.web.browsing import added
from tests.web.judging import make_record
from tests.web.tokens import token


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> ASGIApp:
    record = tmp_path_factory.mktemp("changes") / "a.db"
    make_record(record)
    return desk(record, HOST)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    small_record(path, plain)
    return path


def send(app: ASGIApp, method: str, path: str, body: dict[str, Any] | None = None, **headers: str) -> httpx.Response:
    told = {"content-type": "application/json", **headers}
    return ask(app, f"{PREFIX}{path}", method=method, headers=told, content=json.dumps(body or {}).encode())


def get(app: ASGIApp, path: str) -> Any:
    answer = ask(app, path if path.startswith("/api") else f"{PREFIX}{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_changes_go_on_from_the_last_one(changed: ASGIApp) -> None:
    every = get(changed, "/changes?limit=200")["items"]
    assert len(every) > 3
    numbers = [one["seq"] for one in every]
    assert numbers == sorted(numbers)
    found, address = [], f"{PREFIX}/changes?limit=2"
    while address:
        page = get(changed, address)
        found += page["items"]
        address = page["next"]
    assert found == every
    assert get(changed, f"/changes?after={numbers[-1]}")["items"] == []
    assert get(changed, "/changes?since=2099-01-01")["items"] == []


def test_changes_of_a_claim_are_of_it(changed: ASGIApp) -> None:
    claim = next(one["claim"] for one in get(changed, "/changes")["items"] if one["claim"])
    found = get(changed, f"/changes?claim={claim}")["items"]
    assert found
    assert all(claim in (one["claim"], *one["others"]) for one in found)
    both = ask(changed, f"{PREFIX}/changes?claim={claim}&party=x")
    assert (both.status_code, both.json()["detail"]) == (400, "ask for one of claim, story, party")


def test_a_watch_begins_is_directed_and_ends(record: Path) -> None:
    app = desk(record, HOST)
    with open_record(record, readonly=True) as conn:
        claim = claims.claims(conn)[0]
    made = send(app, "POST", "/watches", {"kind": "claim", "key": claim.id, "hook": "https://hooks.example/told"})
    assert made.status_code == 201, made.text
    watch = made.json()
    assert watch["label"] == claim.wording
    assert watch["hook_secret"].startswith("whsec_"), "shown where it is made"
    shown = get(app, f"/watches/{watch['id']}")
    assert shown == {**watch, "hook_secret": None}, "and never again"
    assert get(app, "/watches")["items"] == [shown]
    again = send(app, "POST", "/watches", {"kind": "claim", "key": claim.id})
    assert again.json() == shown
    paused = send(app, "POST", f"/watches/{watch['id']}", {"paused": True})
    assert (paused.status_code, paused.json()) == (200, {**shown, "paused": True})
    same = send(app, "POST", f"/watches/{watch['id']}", {"hook": "https://hooks.example/told"})
    assert same.json()["hook_secret"] is None, "it is the secret there was"
    other = send(app, "POST", f"/watches/{watch['id']}", {"hook": "https://hooks.example/else"})
    assert other.json()["hook_secret"] not in (None, watch["hook_secret"])
    assert get(app, f"/watches/{watch['id']}/changes")["items"] == []
    gone = send(app, "DELETE", f"/watches/{watch['id']}")
    assert (gone.status_code, gone.content) == (204, b"")
    assert send(app, "DELETE", f"/watches/{watch['id']}").status_code == 404


@pytest.mark.parametrize(("body", "status"), [
    ({"kind": "claim", "key": "none"}, 409),
    ({"kind": "search", "key": "..."}, 409),
    ({"kind": "search", "key": "bridge", "hook": "file:///etc/passwd"}, 409),
    ({"kind": "search", "key": "bridge", "mail": "a@b.example\r\nbcc: c@d.example"}, 409),
    ({"kind": "article", "key": "a"}, 422),
    ({"kind": "search"}, 422),
])  # fmt: skip
def test_what_cannot_be_watched_is_not(record: Path, body: dict[str, Any], status: int) -> None:
    app = desk(record, HOST)
    assert send(app, "POST", "/watches", body).status_code == status
    assert get(app, "/watches")["items"] == []


def test_anothers_watch_is_not_there(record: Path) -> None:
    app = desk(record, HOST)
    mine = send(app, "POST", "/watches", {"kind": "search", "key": "bridge"}).json()["id"]
    added(record, "Ada", "admin")
    added(record, "Bo", "editor")
    from_bo = token(record, "Bo", "write")
    for method, path, body in (
        ("GET", f"/watches/{mine}", None),
        ("GET", f"/watches/{mine}/changes", None),
        ("POST", f"/watches/{mine}", {"paused": True}),
        ("DELETE", f"/watches/{mine}", None),
    ):
        assert send(app, method, path, body, **from_bo).status_code == 404, (method, path)
    assert send(app, "GET", "/watches", None, **from_bo).json()["items"] == []
