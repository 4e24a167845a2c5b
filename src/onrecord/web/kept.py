"""A page that was made, ready to be sent: whole, packed, or not at all where the browser has it."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass, field

import brotli
from starlette.requests import Request
from starlette.responses import Response

HTML = "text/html; charset=utf-8"
SMALL = 1_000  # bytes that are not worth packing
CODINGS = ("br", "gzip")  # the better one first
_ACCEPTED = re.compile(r"\s*([a-z0-9*-]+)\s*(?:;\s*q\s*=\s*([0-9.]+)\s*)?")


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of a page. ``packed``: by content coding, made when first asked for; empty where that saves little."""

    body: bytes
    etag: str
    type: str = HTML
    packed: dict[str, bytes] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """The most bytes it comes to with all that is made of it: each coding is kept only if it halves it."""
        return len(self.body) * (1 + len(CODINGS) / 2).__ceil__()


def page_of(body: bytes, *, type: str = HTML) -> Page:  # noqa: A002
    """The page of some bytes. Its tag is weak: the same for every content coding."""
    return Page(body, f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"', type)


def sent(page: Page, request: Request, *, caching: str = "private, no-cache") -> Response:
    """The answer that brings a page, or says that the browser has it. Source: RFC 9110, 8.8.3, 12.5.3, 13.1.2."""
    vary = "accept-encoding" if caching.startswith("public") else "accept-encoding, cookie"
    headers = {"etag": page.etag, "cache-control": caching, "vary": vary}
    if has_it(page, request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    coding = _coding(page, request.headers.get("accept-encoding", ""))
    body = page.packed[coding] if coding else page.body
    if coding:
        headers["content-encoding"] = coding
    headers |= {"content-type": page.type, "content-length": str(len(body))}
    return Response(b"" if request.method == "HEAD" else body, headers=headers)


def has_it(page: Page, tags: str) -> bool:
    """Whether an If-None-Match names the page."""
    return tags.strip() == "*" or page.etag.removeprefix("W/") in (
        one.strip().removeprefix("W/") for one in tags.split(",")
    )


def _coding(page: Page, accepted: str) -> str:
    """The best coding that is accepted and worth it; empty for none."""
    if len(page.body) < SMALL or not accepted:
        return ""
    named = _named(accepted)
    return next((one for one in CODINGS if one in named and _pack(page, one)), "")


def _named(accepted: str) -> frozenset[str]:
    """The content codings that an Accept-Encoding names, those refused (q=0) left out."""
    found = (_ACCEPTED.fullmatch(one) for one in accepted[:200].lower().split(","))
    return frozenset(one[1] for one in found if one and (one[2] or "1").strip("0.") != "")


def _pack(page: Page, coding: str) -> bytes:
    packed = page.packed.get(coding)
    if packed is None:
        made: bytes = brotli.compress(page.body, quality=4) if coding == "br" else gzip.compress(page.body, 4, mtime=0)
        packed = page.packed[coding] = made if 2 * len(made) <= len(page.body) else b""
    return packed
