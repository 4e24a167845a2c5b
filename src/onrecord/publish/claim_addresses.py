"""Addresses of claims and of what is said on them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.publish.rooted import asking, number, part
from onrecord.publish.story_addresses import StoryAddresses


@dataclass(frozen=True, slots=True)
class ClaimAddresses(StoryAddresses):
    """Addresses of claims, and of all the words on one."""

    def claim(self, claim: str, *, statement: str = "") -> str:
        """The claim, at a quotation where a statement is named."""
        return self.page("claims", claim) + (f"#q-{part(statement)}" if statement else "")

    def claims(self, *, status: str = "", order: str = "", page: int = 1) -> str:
        """All the claims or those of a status, heaviest first or (``order`` change) the latest to change first."""
        return self.page("claims", status=status, order=order, page=number(page))

    def claim_words(self, claim: str, *, party: str = "", page: int = 1) -> str:
        """All that is said on a claim, or what a party says; a folder has them all together only."""
        if self.files:
            return self.page("claims", claim, part="words", page=number(page))
        return asking(f"{self.root}claims/{part(claim)}/words", party=party, page=number(page))
