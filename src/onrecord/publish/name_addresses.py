"""Where the pages of names, outlets and sources are, and search."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.publish.rooted import Rooted, number

LONGEST = 300  # characters of a name that stands in an address
BEGINNING = 60


@dataclass(frozen=True, slots=True)
class NameAddresses(Rooted):
    """Addresses of whoever speaks and of whoever prints it."""

    def speaker(self, name: str, *, page: int = 1) -> str:
        """Whoever has the name; of one too long for an address, the list of those whose names begin so."""
        if len(name) > LONGEST and not self.files:
            return self.speakers(name=name[:BEGINNING])
        return self.page("speakers", name, page=number(page))

    def speakers(self, *, kind: str = "", order: str = "", name: str = "", page: int = 1) -> str:
        """Everybody of a kind; ``name``: only those whose name has these letters."""
        return self.page("speakers", kind=kind, order=order, name=name, page=number(page))

    def outlets(self) -> str:
        return self.page("outlets")

    def outlet(self, name: str, *, page: int = 1) -> str:
        """The outlet; of a name too long for an address, all outlets."""
        if len(name) > LONGEST and not self.files:
            return self.outlets()
        return self.page("outlets", name, page=number(page))

    def source(self, outlet: str) -> str:
        return self.outlet(outlet)

    def sources(self) -> str:
        """How the record is fed; not for a folder's readers."""
        return "" if self.files else self.page("sources")

    def refused(self, stage: str, reason: str, *, page: int = 1) -> str:
        """The inputs that were refused there for that reason; a folder has no such list."""
        return "" if self.files else self.page("sources", "refused", stage=stage, reason=reason, page=number(page))

    def search(self, *, words: str = "", page: int = 1, **asked: str) -> str:
        """What is found for the words and whatever else is asked; a folder has no search."""
        return "" if self.files else self.page("search", q=words, **asked, page=number(page))
