"""Addresses of adding pages by hand, and of following; a folder of files has none of them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.publish.rooted import Rooted


@dataclass(frozen=True, slots=True)
class AddingAddresses(Rooted):
    """Where editors add pages and follow addresses. ``told``: what whoever asks has just added, in a sentence."""

    told: str = ""

    def add(self, *what: str, **asked: str) -> str:
        """The page where pages are added, or one below it."""
        return "" if self.files else self.page("add", *what, **asked)

    def feeding(self, what: str) -> str:
        """A form of following: "follow", "unfollow", "fetch"."""
        return "" if self.files else self.page("sources", what)
