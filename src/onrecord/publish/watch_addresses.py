"""Addresses of what somebody watches, and of feeds."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.publish.rooted import Rooted, asking, part

ROOMS = {"claim": "claims", "story": "stories", "party": "parties"}
OF_FILES = ("today", "claim", "story", "topic")  # what a folder has feeds of


@dataclass(frozen=True, slots=True)
class WatchAddresses(Rooted):
    """Where somebody sees what they watch, and the feeds; a folder has feeds of some things, if it has an address."""

    def watching(self) -> str:
        return "" if self.files else self.page("watching")

    def feed(self, kind: str, key: str) -> str:
        """The feed of a claim, party, story, of a search, or (kind "today") of all that changed status.

        A folder has one of each topic instead of those of parties and searches.
        """
        if self.files:
            return self._file_of(kind, key) if self.feeds and kind in OF_FILES else ""
        if kind == "search":
            return asking(f"{self.root}feeds/search.atom", q=key)
        if kind == "today":
            return f"{self.root}feeds/today.atom"
        return f"{self.root}feeds/{ROOMS[kind]}/{part(key)}.atom"

    def _file_of(self, kind: str, key: str) -> str:
        names = ("today",) if kind == "today" else (ROOMS.get(kind, f"{kind}s"), key)
        return self.page("feeds", *names).removesuffix(".html") + ".atom"

    def watch_feed(self, secret: str) -> str:
        """The feed of one watch, for whoever knows its secret."""
        return "" if self.files else f"{self.root}feeds/watches/{part(secret)}.atom"
