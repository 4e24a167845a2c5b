"""What a desk in a test fetches with: no test asks the network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.fetch.answers import Answer, Failure
from onrecord.fetch.permit import special
from onrecord.model import Capture, Validators

NOW = "2026-03-14T09:00:00Z"


class Nowhere:
    """A Getter that reaches nothing."""

    def get(self, url: str, permit: Any, *, validators: Validators | None = None) -> Answer | Failure:
        """Why not."""
        return Failure(url, "there is no network here", "never")

    def ready(self, url: str) -> float:
        """At once."""
        return 0.0


class Served(Nowhere):
    """A Getter that knows a few addresses by heart, and which are none of the public web."""

    def __init__(self, pages: Mapping[str, bytes]) -> None:
        self.pages = dict(pages)

    def get(self, url: str, permit: Any, *, validators: Validators | None = None) -> Answer | Failure:
        """The page; else why there is none."""
        host = url.split("/")[2]
        if host[0].isdigit() and (what := special(host)):
            return Failure(url, f"{host} is no public address ({what})", "never")
        if url not in self.pages:
            return Failure(url, f"{host} answered 404", "never", 404)
        return Answer(self.pages[url], Capture(url, NOW, 200))
