"""The status of a claim over time: a rule over what each party holds at the end of each day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from onrecord.claims.positions import day_of
from onrecord.model import Position, Stance, Statement, Status, StatusChange

OPENING = frozenset({"asserts", "suggests", "relays", "denies", "doubts"})
AGAINST = frozenset({"denies", "doubts", "no_evidence"})


def status_history(
    statements: Sequence[Statement],
    positions: Sequence[Position],
    origins: Collection[str],
    published: Mapping[str, str],
) -> tuple[StatusChange, ...]:
    """Every change of status, from the first day on which anybody speaks for or against the claim.

    ``origins``: the parties that are independent origins. A stand without a day holds from the start.
    """
    opened = sorted(day_of(one, published) or "" for one in statements if one.stance in OPENING)
    if not opened:
        return ()
    days = sorted({opened[0], *(row.on for row in positions if row.on and row.on > opened[0])})
    changes: list[StatusChange] = []
    for day in days:
        held = {row.party: row.stance for row in positions if (row.on or "") <= day}
        value = status_of(held, origins)
        if not changes or changes[-1].value != value:
            changes.append(StatusChange(day or None, value))
    return tuple(changes)


def status_of(held: Mapping[str, Stance], origins: Collection[str]) -> Status:
    """The status that follows from the position each party holds; see the rulings in docs on how it decides."""
    asserting = {party for party, stance in held.items() if stance == "asserts"}
    stances = set(held.values())
    if asserting and stances & AGAINST:
        return "contested"
    if asserting:
        return "corroborated" if len(asserting & set(origins)) >= 2 else "single_origin"
    if "withdraws" in stances:
        return "withdrawn"
    return "denied" if "denies" in stances else "reported"
