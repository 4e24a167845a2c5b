"""Who is asking."""

from __future__ import annotations

from dataclasses import replace

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
    return replace(to, reader=visitor(request))
