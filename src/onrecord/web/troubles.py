"""What went wrong, as a page for a person or as problem details (RFC 9457) for a program."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.plain import trouble_page
from onrecord.web.visitors import addresses

API = "/api/"
NONE: Mapping[str, str] = MappingProxyType({})
MISSING = ("Not on record", "There is no such page. It may have been settled anew under another address.")
TOLD: Mapping[int, tuple[str, str]] = MappingProxyType({
    400: ("Not understood", "That request is not put as a browser puts one."),
    401: ("Sign in first", "Nobody is signed in here, or no more."),
    403: ("Not yours to do", "An admin says who may what."),
    405: ("No such way", "That page takes no such request."),
    408: ("Too slow", "What was to be sent did not come in time; try it again."),
    413: ("Too large", "At most 1 MB can be sent in a form, and 20 MB where a file is taken."),
    429: ("Too often", "Wait a little and try again."),
    500: ("Something went wrong", "The desk could not make this page."),
    503: ("Busy", "The desk has much to do; try again in a moment."),
})  # fmt: skip


def refused(request: Request, error: Exception) -> Response:
    """The answer to a request that a handler refused, with what it says about it."""
    if not isinstance(error, HTTPException):
        return trouble(request.url.path, addresses(request), 500, told=TOLD[500])
    title, message = TOLD.get(error.status_code, MISSING)
    said = message if error.detail == HTTPStatus(error.status_code).phrase else error.detail
    headers = error.headers or NONE
    return trouble(request.url.path, addresses(request), error.status_code, told=(title, said), headers=headers)


def unusable(request: Request, error: Exception) -> Response:
    """The answer where the record cannot be used."""
    return trouble(request.url.path, addresses(request), 503, told=("No record to show", str(error)))


def trouble(
    path: str, to: Addresses, status: int, *, told: tuple[str, str], headers: Mapping[str, str] = NONE
) -> Response:
    """The answer to a request that cannot be done; ``told``: in two words, and in a sentence that says what to do."""
    title, message = told
    never = {**headers, "cache-control": "no-store"}
    if path.startswith(API):
        shape = {"type": "about:blank", "title": title, "status": status, "detail": message}
        return JSONResponse(shape, status, headers=never, media_type="application/problem+json")
    return HTMLResponse(trouble_page(to, title, message).encode("utf-8", "replace"), status, headers=never)
