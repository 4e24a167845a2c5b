"""Who is asking."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote, urlencode

from starlette.requests import Request

from onrecord.model import Reader
from onrecord.publish.addresses import Addresses


def visitor(request: Request) -> Reader:
    """Whoever sent the request. Until people are added, whoever is at this machine may do all."""
    reader = request.scope.get("reader")
    return reader if isinstance(reader, Reader) else request.app.state.reader


def addresses(request: Request) -> Addresses:
    """Where other pages are, for whoever sent the request."""
    to: Addresses = request.app.state.to
    origin = f"{request.url.scheme}://{request.url.netloc}"  # the guard has let no other host through
    return replace(to, reader=visitor(request), origin=origin, here=_here(request))


def _here(request: Request) -> str:
    """The path and the question of what is asked for, without what was just decided."""
    asked = urlencode([pair for pair in request.query_params.multi_items() if pair[0] != "done"])
    return quote(request.url.path) + (f"?{asked}" if asked else "")
