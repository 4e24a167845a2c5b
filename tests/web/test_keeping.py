"""A page is made once for a state of the record and a reader; it is never shown to another, or of an older state."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import anyio
import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.model import Reader
from onrecord.publish.addresses import Addresses
from onrecord.store import tallies
from onrecord.store.opening import open_record
from onrecord.web.connections import Connections, File, State, Watch
from onrecord.web.keeping import Keeping, Key, Pages, weight
from onrecord.web.kept import page_of
from onrecord.web.reading import answer
from onrecord.web.settler import Settler
from tests.web.asking import ask

ADA, BEN = Reader("Ada", "reader"), Reader("Ben", "reader")


class SignedIn:
    """Lets whoever is named in a header be the reader."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        names = {value.decode(): value for name, value in scope.get("headers", ()) if name == b"x-who"}
        scope["reader"] = BEN if "Ben" in names else ADA
        await self.app(scope, receive, send)


class Desk:
    """A desk of one page, that tells what the record says and for whom it was made; ``made`` counts."""

    def __init__(self, record: Path, *, most: int = 1_000_000) -> None:
        self.made = 0
        app = Starlette(
            routes=[Route("/{name:path}", self.page, methods=["GET", "POST"])],
            middleware=[Middleware(SignedIn), Middleware(Keeping, Watch(record), most=most)],
        )
        app.state.connections, app.state.settler = Connections(record), Settler(record)
        app.state.to, app.state.reader = Addresses("test"), ADA
        self.app = app

    def page(self, request: Request) -> Response:
        self.made += 1

        def make(conn: sqlite3.Connection, to: Addresses) -> str | None:
            said = f"{tallies.mark(conn, 'test')} for {to.reader.name} at {request.url.path}?{request.url.query}"
            return None if "none" in said else said

        return answer(request, make, keep="anew" not in request.url.path)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    open_record(tmp_path / "record.db").close()
    return tmp_path / "record.db"


def say(record: Path, words: str) -> None:
    with closing(open_record(record)) as conn:
        tallies.set_mark(conn, "test", words)


def test_it_is_made_once_until_the_record_changes(record: Path) -> None:
    desk = Desk(record)
    first = ask(desk.app, "/page")
    assert ask(desk.app, "/page").text == first.text == "None for Ada at /page?"
    assert ask(desk.app, "/page", method="HEAD").text == ""
    assert desk.made == 1
    say(record, "news")
    assert ask(desk.app, "/page").text == "news for Ada at /page?"
    assert desk.made == 2


def test_each_reader_has_their_own(record: Path) -> None:
    desk = Desk(record)
    for _ in range(2):
        assert "for Ada" in ask(desk.app, "/page").text
        assert "for Ben" in ask(desk.app, "/page", headers={"x-who": "Ben"}).text
    assert desk.made == 2


@pytest.mark.parametrize(
    ("address", "options"),
    [
        ("/anew", {}),
        ("/none", {}),
        ("/page?done=3", {}),
        ("/page", {"method": "POST"}),
        ("/page", {"headers": {"hx-request": "true"}}),
        ("/page", {"headers": {"authorization": "Bearer x"}}),
    ],
)
def test_some_are_always_made_anew(record: Path, address: str, options: dict[str, object]) -> None:
    desk = Desk(record)
    for _ in range(2):
        ask(desk.app, address, **options)  # type: ignore[arg-type]
    assert desk.made == 2


def test_addresses_are_told_apart(record: Path) -> None:
    desk = Desk(record)
    for address in ("/page", "/page?a=1", "/page?a=2", "/pages"):
        assert address in ask(desk.app, address).text
    assert desk.made == 4


def test_what_many_ask_for_at_once_is_made_once(record: Path) -> None:
    desk = Desk(record)

    async def all_at_once() -> list[str]:
        told: list[str] = []
        transport = httpx.ASGITransport(app=desk.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:

            async def one() -> None:
                told.append((await client.get("/page")).text)

            async with anyio.create_task_group() as group:
                for _ in range(20):
                    group.start_soon(one)
        return told

    assert set(anyio.run(all_at_once)) == {"None for Ada at /page?"}
    assert desk.made == 1


def test_without_a_record_it_is_not_kept(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "none.db")
    assert ask(desk.app, "/page").status_code == 500
    assert ask(desk.app, "/page").status_code == 500
    assert desk.made == 2


STEPS = st.lists(st.tuples(st.sampled_from(["say", "ask"]), st.integers(0, 3), st.sampled_from(["Ada", "Ben"])))


@settings(max_examples=25, deadline=None)
@given(STEPS, st.sampled_from([60, 20_000, 1_000_000]))
def test_nobody_ever_sees_an_older_state_or_anothers_page(steps: list[tuple[str, int, str]], most: int) -> None:
    with TemporaryDirectory() as folder:
        record = Path(folder) / "record.db"
        open_record(record).close()
        desk, now = Desk(record, most=most), "None"
        for step, n, who in steps:
            if step == "say":
                now = f"words {n}"
                say(record, now)
            else:
                seen = ask(desk.app, f"/page/{n}", headers={"x-who": who}).text
                assert seen == f"{now} for {who} at /page/{n}?"


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 2), st.integers(0, 4_000))), st.integers(1, 30_000))
def test_pages_stay_within_their_bound(kept: list[tuple[int, int, int]], most: int) -> None:
    pages, newest = Pages(most), 0  # newest: of the states that the pages were of
    for n, version, size in kept:
        key, state = Key("", f"/{n}", b"", ADA), State(File(1, 1), version)
        page = page_of(b"x" * size)
        pages.keep(key, state, page)
        assert 0 <= pages.weight <= most
        assert pages.get(key, State(File(1, 2), version)) is None
        found = pages.get(key, state)
        assert found is (None if version < newest or weight(key, page) > most // 8 else page)
        newest = max(newest, version)
