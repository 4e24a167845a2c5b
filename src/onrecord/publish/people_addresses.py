"""Addresses of signing in, of oneself, and of who else may come. A folder of files has none of them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.publish.rooted import Rooted


@dataclass(frozen=True, slots=True)
class PeopleAddresses(Rooted):
    """Addresses of people's pages, and of the forms on them."""

    def sign_in(self, *, then: str = "") -> str:
        """Where one signs in; ``then``: the page to go on to."""
        return "" if self.files else self.page("sign-in", next=then)

    def sign_out(self) -> str:
        return "" if self.files else self.page("sign-out")

    def welcome(self, key: str) -> str:
        """Where a pass phrase is chosen by a link."""
        return "" if self.files else self.page("welcome", key=key)

    def me(self, *what: str) -> str:
        """One's own page, or a form on it."""
        return "" if self.files else self.page("me", *what)

    def people(self, *what: str) -> str:
        """Everybody who may come, or a form there."""
        return "" if self.files else self.page("people", *what)
