"""What holds for every request and every answer: who may ask, how much, and the headers that keep a page harmless."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.publish.addresses import Addresses
from onrecord.web.bodies import FORM, FORM_SECONDS, UPLOAD, UPLOAD_SECONDS, Metered
from onrecord.web.entrance import Entrance, address_of, origin_of
from onrecord.web.troubles import API, TOLD, trouble

LOG = logging.getLogger(__name__)
MAX_PATH = 2_000
MAX_QUERY = 2_000
MAX_HEADERS = 100
MAX_HEADER_BYTES = 32_000
READING = ("GET", "HEAD")
METHODS = (*READING, "POST")
API_METHODS = (*METHODS, "DELETE")
# Two of one of these would let two readers of a request understand it differently.
ONCE = (b"host", b"origin", b"sec-fetch-site", b"authorization", b"content-length", b"content-type")
# The address of a watch's feed is its secret.
SECRET = re.compile(r"(?<=^/feeds/watches/).+|(?<=^/watching/secret/).+", re.DOTALL)
_UTF_8 = re.compile(rb"""charset\s*=\s*(?:utf-?8|"utf-?8")\s*(?:;|$)""", re.IGNORECASE)
OF_PAGES = "Only a page of this desk can change anything on it."
OF_API = (
    "Only a page of this desk, a program with a token or, while nobody was added, a program on this machine that sends "
    "application/json can change anything on it."
)
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Nothing is told to other sites; "no-referrer" would also take the Origin from forms, which says where they are of.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """An application behind the checks. ``uploads``: the paths that take files."""

    app: ASGIApp
    entrance: Entrance
    to: Addresses
    uploads: Collection[str] = ()

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

        status = 500
        try:
            await (self.refusal(scope) or self.app)(self.as_reached(scope), self._metered(scope, receive), answer)
            return
        except HTTPException as error:
            status = error.status_code
        except ClientDisconnect:  # there is nobody to answer, and whoever drips and goes must not fill the log
            return
        except Exception:
            LOG.exception("event=failed path=%r", SECRET.sub("...", scope["path"]))
        if not started:
            await self.trouble(scope["path"], status, TOLD.get(status, TOLD[500]))(scope, receive, answer)

    def refusal(self, scope: Scope) -> Response | None:
        """The answer to a request that is not let in; None where it is."""
        headers = {name.lower(): value for name, value in scope["headers"]}
        for check in (self._misshapen, self._misplaced, self._too_large):
            refused = check(scope, headers)
            if refused is not None:
                return refused
        return None

    def _misshapen(self, scope: Scope, headers: Mapping[bytes, bytes]) -> Response | None:
        path, names = scope["path"], Counter(name.lower() for name, _ in scope["headers"])
        if len(scope["headers"]) > MAX_HEADERS or _weight(scope["headers"]) > MAX_HEADER_BYTES:
            return self.trouble(path, 431, ("Too long", "That request says more of itself than any browser does."))
        if any(names[one] > 1 for one in ONCE):
            return self.trouble(path, 400, TOLD[400])
        if not scope["query_string"].isascii():  # what is not is to be percent-encoded (RFC 3986); nobody reads it else
            return self.trouble(path, 400, TOLD[400])
        if not _in_utf_8(headers.get(b"content-type", b"")):
            return self.trouble(path, 415, ("Not understood", "The desk reads only what is sent in UTF-8."))
        if len(path) > MAX_PATH or len(scope["query_string"]) > MAX_QUERY:
            return self.trouble(path, 414, ("Too long", "That address is longer than any page's."))
        return None

    def _misplaced(self, scope: Scope, headers: Mapping[bytes, bytes]) -> Response | None:
        path, host = scope["path"], headers.get(b"host", b"").decode("latin-1")
        if not self.entrance.answers_to(host):
            told = ("Not this address", "The desk answers only under the address it was started with.")
            return self.trouble(path, 421, told)
        methods = API_METHODS if path.startswith(API) else METHODS
        if scope["method"] not in methods:
            told = ("No such way", "The desk knows how to show a page and how to take a form.")
            return self.trouble(path, 405, told, allow=", ".join(methods))
        if scope["method"] in READING or by_token(path, headers) or of_here(headers, self.entrance.origin(host)):
            return None
        if by_program(scope, headers, self.entrance):
            return None
        return self.trouble(path, 403, ("Sent from elsewhere", OF_API if path.startswith(API) else OF_PAGES))

    def _too_large(self, scope: Scope, headers: Mapping[bytes, bytes]) -> Response | None:
        path, declared = scope["path"], headers.get(b"content-length", b"0").decode("latin-1")
        if not (declared.isascii() and declared.isdecimal() and len(declared) < 20):
            return self.trouble(path, 400, TOLD[400])
        return self.trouble(path, 413, TOLD[413]) if int(declared) > self._most(path) else None

    def trouble(self, path: str, status: int, told: tuple[str, str], **headers: str) -> Response:
        """What went wrong, as a page or as problem details."""
        return trouble(path, self.to, status, told=told, headers=headers)

    def _most(self, path: str) -> int:
        return UPLOAD if path in self.uploads else FORM

    def _metered(self, scope: Scope, receive: Receive) -> Receive:
        seconds = UPLOAD_SECONDS if scope["path"] in self.uploads else FORM_SECONDS
        return Metered(receive, self._most(scope["path"]), seconds)

    def as_reached(self, scope: Scope) -> Scope:
        """The request as whoever sent it sees it: its scheme, and their address where a proxy stands between."""
        if not self.entrance.reached_as:
            return scope
        peer = scope.get("client") or ("", 0)
        told = [value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"x-forwarded-for"]
        if told and self.entrance.trusts(peer[0]):
            peer = (told[-1].rpartition(",")[2].strip()[:45], peer[1])  # what the proxy itself has seen
        return {**scope, "scheme": self.entrance.reached_as.partition(":")[0], "client": peer}


def of_here(headers: Mapping[bytes, bytes], own: str) -> bool:
    """Whether a form was sent by a page of this desk, whose origin is ``own``: the browser says so.

    It says it in Sec-Fetch-Site, in Origin, or in both, and neither can be set by a page of another site. What it says
    must hold, whichever it is; a request with neither comes from no browser we know and is refused.
    Source: W3C Fetch Metadata Request Headers; RFC 6454.
    """
    site, origin = headers.get(b"sec-fetch-site"), headers.get(b"origin")
    if site is None and origin is None:
        return False
    if site is not None and site != b"same-origin":
        return False
    return origin is None or (own != "" and origin_of(origin.decode("latin-1")) == own)


def by_token(path: str, headers: Mapping[bytes, bytes]) -> bool:
    """Whether a program asks with a token: no browser adds one by itself, so that no other site can have it sent."""
    return path.startswith(API) and headers.get(b"authorization", b"")[:7].lower() == b"bearer "


def by_program(scope: Scope, headers: Mapping[bytes, bytes], entrance: Entrance) -> bool:
    """Whether a program on this very machine sends JSON to the API of a desk that only this machine reaches.

    Two walls keep other sites out, and each would do: every browser names an origin, a fetch site or a cookie where a
    page of another site sends something, and none sends JSON or DELETE to another origin without asking first, which
    is refused here. Source: Fetch, CORS-safelisted request headers; W3C Fetch Metadata Request Headers.
    """
    if not entrance.local or not scope["path"].startswith(API):
        return False
    if any(name in (b"origin", b"referer", b"cookie") or name.startswith(b"sec-") for name in headers):
        return False
    peer = address_of((scope.get("client") or ("", 0))[0])
    if peer is None or not peer.is_loopback:
        return False
    kind = headers.get(b"content-type", b"").partition(b";")[0].strip().lower()
    return scope["method"] == "DELETE" or kind == b"application/json"


def _in_utf_8(content_type: bytes) -> bool:
    """Whether nothing else is said: other codecs of Python's make half characters, or fail, or take long."""
    return b"charset" not in _UTF_8.sub(b"", content_type).lower()


def _weight(headers: Iterable[tuple[bytes, bytes]]) -> int:
    return sum(len(name) + len(value) for name, value in headers)


def _headers() -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in HEADERS.items()]


def _unset(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    # A sandbox of an answer's own stays beside the policy of all: a browser holds to both.
    return [
        (name, value)
        for name, value in headers
        if name.decode("latin-1").lower() not in HEADERS or value.startswith(b"sandbox")
    ]
