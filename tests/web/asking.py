"""Asking the desk without a network."""

from __future__ import annotations

import anyio
import httpx
from starlette.types import ASGIApp

HOST = "127.0.0.1"


def ask(
    app: ASGIApp, address: str, *, method: str = "GET", headers: dict[str, str] | None = None, content: bytes = b""
) -> httpx.Response:
    """The answer of the application to one request."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}:8000") as client:
            return await client.request(method, address, headers=headers, content=content)

    return anyio.run(asked)
