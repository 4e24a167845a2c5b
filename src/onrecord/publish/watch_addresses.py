"""Addresses of what somebody watches, and of feeds."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.publish.rooted import Rooted, asking, part

ROOMS = {"claim": "claims", "story": "stories", "party": "parties"}


@dataclass(frozen=True, slots=True)
class WatchAddresses(Rooted):
    """Where somebody sees what they watch, and the feeds; a folder of files has none of it."""

    def watching(self) -> str:
        return "" if self.files else self.page("watching")

    def feed(self, kind: str, key: str) -> str:
        """The feed of a claim, party, story, of a search, or (kind "today") of all that changed status."""
        if self.files:
            return ""
        if kind == "search":
            return asking(f"{self.root}feeds/search.atom", q=key)
        if kind == "today":
            return f"{self.root}feeds/today.atom"
        return f"{self.root}feeds/{ROOMS[kind]}/{part(key)}.atom"

    def watch_feed(self, secret: str) -> str:
        """The feed of one watch, for whoever knows its secret."""
        return "" if self.files else f"{self.root}feeds/watches/{part(secret)}.atom"
