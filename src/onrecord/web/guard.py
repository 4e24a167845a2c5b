"""What holds for every request and every answer: who may ask, how much, and the headers that keep a page harmless."""

from __future__ import annotations

import ipaddress
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.plain import trouble_page

LOG = logging.getLogger(__name__)
MAX_PATH = 2_000
MAX_QUERY = 2_000
READING = ("GET", "HEAD")
METHODS = (*READING, "POST")
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Guard:
    """An application behind the checks. ``host``: the address it is bound to."""

    app: ASGIApp
    host: str
    to: Addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def answer(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message = {**message, "headers": [*_unset(message["headers"]), *_headers()]}
            await send(message)

        try:
            await (self.refusal(scope) or self.app)(scope, receive, answer)
        except Exception:
            LOG.exception("event=failed path=%r", scope["path"])
            if not started:
                await self.trouble(500, "Something went wrong", "The desk could not make this page.")(
                    scope, receive, answer
                )

    def refusal(self, scope: Scope) -> Response | None:
        """The answer to a request that is not let in; None where it is."""
        headers = {name.lower(): value for name, value in scope["headers"]}
        if not allowed(headers.get(b"host", b"").decode("latin-1"), self.host):
            return self.trouble(421, "Not this address", "The desk answers only under the address it was started with.")
        if scope["method"] not in METHODS:
            answer = self.trouble(405, "No such way", "The desk knows how to show a page and how to take a form.")
            answer.headers["allow"] = ", ".join(METHODS)
            return answer
        if scope["method"] not in READING and not of_here(headers):
            return self.trouble(403, "Sent from elsewhere", "Only a page of this desk can change anything on it.")
        if len(scope["path"]) > MAX_PATH or len(scope["query_string"]) > MAX_QUERY:
            return self.trouble(414, "Too long", "That address is longer than any page's.")
        return None

    def trouble(self, status: int, title: str, message: str) -> HTMLResponse:
        """A page that says what went wrong."""
        return HTMLResponse(trouble_page(self.to, title, message), status)


def allowed(host_header: str, bound: str) -> bool:
    """Whether a Host header names the bound host.

    A page elsewhere can point its own name at this machine (DNS rebinding), and then its scripts could read the desk:
    so only names that nobody else can own are answered. Bound to all interfaces, any literal address is one.
    """
    name = _name(host_header)
    if name == bound.lower().strip("[]"):
        return True
    if _is_local(bound):
        return name in _LOCAL
    return _is_everywhere(bound) and (name in _LOCAL or _address(name) is not None)


def of_here(headers: Mapping[bytes, bytes]) -> bool:
    """Whether a form was sent by a page of this desk: the browser says so, in Sec-Fetch-Site or, older, in Origin.

    Neither can be set by a page of another site; a request with neither comes from no browser we know and is refused.
    Source: W3C Fetch Metadata Request Headers; RFC 6454.
    """
    site = headers.get(b"sec-fetch-site")
    if site is not None:
        return site == b"same-origin"
    origin, host = headers.get(b"origin", b"").decode("latin-1"), headers.get(b"host", b"").decode("latin-1")
    return bool(host) and urlsplit(origin).netloc.lower() == host.lower()


def _name(host_header: str) -> str:
    """The host of a Host header, without port and brackets."""
    text = host_header.strip().lower()
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _is_local(bound: str) -> bool:
    address = _address(bound.strip("[]"))
    return bound.lower() == "localhost" or bool(address and address.is_loopback)


def _is_everywhere(bound: str) -> bool:
    address = _address(bound.strip("[]"))
    return bool(address and address.is_unspecified)


def _headers() -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in HEADERS.items()]


def _unset(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in headers if name.decode("latin-1").lower() not in HEADERS]
