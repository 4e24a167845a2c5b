"""Fetching that remembers what a list named, so that whoever follows it sees the first titles at once."""

from __future__ import annotations

from onrecord.fetch.answers import Answer, Failure
from onrecord.fetch.permit import Permit
from onrecord.model import Validators
from onrecord.pipeline.lists import Listed, listed
from onrecord.pipeline.online import Getter
from onrecord.read.links import Link

FIRST = 8


class Overheard:
    """A Getter that hands on what another fetches and keeps the last answer. ``failure``: why the last gave none."""

    def __init__(self, getter: Getter) -> None:
        self._getter = getter
        self._last: Answer | None = None
        self.failure: Failure | None = None

    def get(self, url: str, permit: Permit, *, validators: Validators | None = None) -> Answer | Failure:
        """What the address gives."""
        answer = self._getter.get(url, permit, validators=validators)
        if isinstance(answer, Answer):
            self._last, self.failure = answer, None
        else:
            self.failure = answer
        return answer

    def ready(self, url: str) -> float:
        """The moment from which the address's host may be asked."""
        return self._getter.ready(url)

    def titles(self) -> tuple[Link, ...]:
        """The first articles that the last answer named."""
        found = listed(self._last) if self._last else None
        links = found.links if isinstance(found, Listed) else ()
        return tuple(one for one in links if one.kind == "article")[:FIRST]
