"""A desk for one visitor, on a record of five pages whose claims are made by the first letter of an id."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import anyio
import httpx
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.config import Config
from onrecord.model import Reader
from onrecord.pipeline.keep import add, settle_record
from onrecord.publish.addresses import Addresses
from onrecord.store.opening import open_record
from onrecord.web import articles, claims, review, reviewing
from onrecord.web.connections import Connections
from onrecord.web.settler import Settler
from tests.pipeline.stand_ins import GoldReader, gold_inputs

NOW = "2026-03-18T08:00:00Z"
PAGES = 5


def make_record(path: Path) -> None:
    """A settled record at ``path``."""
    conn = open_record(path)
    list(add(conn, gold_inputs()[:PAGES], Config(), now=NOW, reader=GoldReader()))
    settle_record(conn)
    conn.close()


class Desk:
    """What one visitor sees and sends."""

    def __init__(self, record: Path, reader: Reader) -> None:
        self.app = Starlette(routes=[*articles.ROUTES, *claims.ROUTES, *review.ROUTES, *reviewing.ROUTES])
        self.app.state.record = record
        self.app.state.connections = Connections(record)
        self.app.state.settler = Settler(record)
        self.app.state.reader = reader
        self.app.state.to = Addresses("edition")
        self.reader = reader
        self.beside: dict[str, str] = {}  # headers that are sent with every form

    def get(self, address: str) -> httpx.Response:
        return anyio.run(self._asked, "GET", address, "")

    def give(self, kind: str, **fields: object) -> httpx.Response:
        """A form, sent; where it leads is not followed."""
        return self.send(f"/review/give/{kind}", **fields)

    def send(self, address: str, **fields: object) -> httpx.Response:
        return anyio.run(self._asked, "POST", address, urlencode(fields, doseq=True, errors="surrogatepass"))

    async def _asked(self, method: str, address: str, content: str) -> httpx.Response:
        known: ASGIApp = self._known
        transport = httpx.ASGITransport(app=known, raise_app_exceptions=False)
        headers = {"content-type": "application/x-www-form-urlencoded", **self.beside} if content else {}
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            return await client.request(method, address, content=content.encode("latin-1"), headers=headers)

    async def _known(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app({**scope, "reader": self.reader}, receive, send)
