"""What of a record is exported: all of it, or single articles, claims and stories with what hangs on them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.publish.addresses import Addresses

_SEVERAL = {"article": "articles", "claim": "claims", "story": "stories"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Ids of what is wanted; nothing named is the whole record. ``at``: where its pages are read, None if nowhere."""

    articles: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    at: Addresses | None = None

    @property
    def whole(self) -> bool:
        """True where the whole record is wanted."""
        return not (self.articles or self.claims or self.stories)

    def check(self, format_: str, of: Collection[str]) -> None:
        """Raises UsageError where something is named that the format cannot be of; ``of``: the kinds that it can."""
        for kind, several in _SEVERAL.items():
            if getattr(self, several) and kind not in of:
                raise UsageError(f"{format_} cannot be of a single {kind}; it can be of {_told(of)}")

    def page(self, kind: str, id_: str) -> str | None:
        """The address of the page of an "article", a "claim" or a "story"; None where there is none."""
        if self.at is None:
            return None
        pages: dict[str, Callable[[str], str]] = {
            "article": self.at.article,
            "claim": self.at.claim,
            "story": self.at.story,
        }
        return self.at.origin + pages[kind](id_)

    def archived(self, article: str, *, statement: str = "") -> str | None:
        """The address of the archived page of an article; None where there is none."""
        address = self.at.archived(article, statement=statement) if self.at else ""
        return self.at.origin + address if self.at and address else None


WHOLE = Chosen()


def _told(of: Collection[str]) -> str:
    kinds = [f"single {several}" for kind, several in _SEVERAL.items() if kind in of]
    return " or ".join(["the whole record", *kinds])
