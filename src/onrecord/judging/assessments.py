"""Assessments after the Admiralty code: how reliable a source is (A to F), how credible what it says (1 to 6).

Two controls that never move each other, nor the status. Signed for a claim as it stood then; when it has changed since,
the assessment says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.judging.words import bears
from onrecord.model import Claim, Judgement, Signed

LETTERS = "ABCDEF"
DIGITS = "123456"


@dataclass(frozen=True, slots=True)
class Assessment:
    """What somebody signed, and what has changed since, in words; nothing where it stands as it stood."""

    judgement: Judgement
    letter: str
    digit: str
    changed: tuple[str, ...]


def signed(claim: Claim) -> Signed:
    """How a claim stands now."""
    final = {one.party: one.stance for one in claim.positions}
    return Signed(claim.status, tuple(sorted(final.items())), tuple(sorted(one.party for one in claim.origins)))


def assessment(claim: Claim, judgements: Iterable[Judgement]) -> Assessment | None:
    """The last assessment whose statements are mostly this claim's; ``judgements``: those that stand, in order."""
    held = set(claim.statements)
    given = [one for one in judgements if one.kind == "assess" and bears(held, one.on("this"))]
    last = given[-1] if given else None
    if not last or not last.value or not last.signed:
        return None
    was = last.signed
    return Assessment(last, last.value[0], last.value[1:], tuple(_changes(was, signed(claim))))


def _changes(was: Signed, now: Signed) -> Iterator[str]:
    if was.status != now.status:
        yield f"the status was {was.status}, now {now.status}"
    before, after = dict(was.positions), dict(now.positions)
    for party in sorted(before.keys() | after.keys()):
        if before.get(party) != after.get(party):
            yield f"{party}: {before.get(party, 'no position')} then, {after.get(party, 'no position')} now"
    if was.origins != now.origins:
        yield f"origins were {_listed(was.origins)}, now {_listed(now.origins)}"


def _listed(origins: tuple[str, ...]) -> str:
    return " and ".join(origins) or "none"
