"""What of a story is agreed, what is disputed, what was walked back: its claims by the positions that stand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Claim
from onrecord.publish.lanes import positions_by_party

FOR = ("asserts", "suggests")
AGAINST = ("denies", "doubts", "no_evidence")
DISPUTED = ("contested", "denied")
SEVERAL = 2  # parties that say so
_FIRM = ("asserts", "denies")
_SOFTER = ("suggests", "doubts", "no_evidence", "cannot_confirm", "investigating", "no_comment", "withdraws")


@dataclass(frozen=True, slots=True)
class Back:
    """A party that takes back or softens what it asserted or denied before; ``on``: since when."""

    party: str
    before: str
    now: str
    on: str | None
    claim: str
    wording: str


@dataclass(frozen=True, slots=True)
class Sides:
    """The claims of a story, heaviest first in each; a claim is in one of them. ``back``: positions, not claims."""

    agreed: tuple[Claim, ...]
    disputed: tuple[Claim, ...]
    withdrawn: tuple[Claim, ...]
    others: tuple[Claim, ...]
    back: tuple[Back, ...]


def sides(claims: Sequence[Claim]) -> Sides:
    """Agreed: corroborated by rule, or asserted by several with nobody against. What was walked back, latest first."""
    agreed = tuple(one for one in claims if _agreed(one))
    disputed = tuple(one for one in claims if one.status in DISPUTED)
    withdrawn = tuple(one for one in claims if one.status == "withdrawn")
    held = {one.id for one in (*agreed, *disputed, *withdrawn)}
    others = tuple(one for one in claims if one.id not in held)
    back = sorted((at for one in claims for at in _back(one)), key=lambda at: at.on or "", reverse=True)
    return Sides(agreed, disputed, withdrawn, others, tuple(back))


def standing(claim: Claim) -> dict[str, str]:
    """{party: the stance it takes now}."""
    return {party: held[-1].stance for party, held in positions_by_party(claim.positions).items()}


def _agreed(claim: Claim) -> bool:
    if claim.status in (*DISPUTED, "withdrawn"):
        return False
    stances = list(standing(claim).values())
    several = stances.count("asserts") >= SEVERAL and not any(one in AGAINST for one in stances)
    return claim.status == "corroborated" or several


def _back(claim: Claim) -> Iterator[Back]:
    for party, held in positions_by_party(claim.positions).items():
        for before, now in itertools.pairwise(held):
            if before.stance in _FIRM and now.stance in _SOFTER:
                yield Back(party, before.stance, now.stance, now.on, claim.id, claim.wording)
