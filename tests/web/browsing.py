"""A browser at the desk: it keeps cookies and says of each form where it is of."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import anyio
import httpx
from starlette.types import ASGIApp

from onrecord.model import Role
from onrecord.pipeline.deeds import Deed
from onrecord.pipeline.people import add
from onrecord.store.opening import open_record
from tests.web.asking import HOST

PHRASE = "four words do well"


class Browser:
    """Asks an application without a network."""

    def __init__(self, app: ASGIApp, *, base: str = f"http://{HOST}:8000", address: str = "192.0.2.7") -> None:
        self._app, self.base, self._address = app, base, address
        self.cookies = httpx.Cookies()

    def get(self, path: str, **headers: str) -> httpx.Response:
        """The answer to a page asked for."""
        return self._ask("GET", path, headers, None)

    def post(self, path: str, fields: Mapping[str, str] | None = None, **headers: str) -> httpx.Response:
        """The answer to a form of the desk's own page."""
        told = {"origin": self.base, "sec-fetch-site": "same-origin", **headers}
        return self._ask("POST", path, told, fields or {})

    def sign_in(self, name: str, *, phrase: str = PHRASE, then: str = "/") -> httpx.Response:
        """The answer to the form of signing in."""
        return self.post("/sign-in", {"name": name, "phrase": phrase, "next": then})

    def _ask(
        self, method: str, path: str, headers: Mapping[str, str], data: Mapping[str, str] | None
    ) -> httpx.Response:
        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app, raise_app_exceptions=False, client=(self._address, 1))
            async with httpx.AsyncClient(transport=transport, base_url=self.base, cookies=self.cookies) as client:
                answer = await client.request(method, path, headers=dict(headers), data=data)
                self.cookies = client.cookies
                return answer

        return anyio.run(asked)


def added(record: Path, name: str, role: Role, *, phrase: str | None = PHRASE) -> None:
    """Adds somebody from the machine itself."""
    with closing(open_record(record)) as conn:
        add(conn, Deed("root", datetime.now(UTC)), name, role, phrase=phrase)
