"""Where each party stands on a claim, over time: a rule over stances, with no judgement of truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.model import Position, Stance, Statement

NO_STAND = frozenset({"conditional", "other", "relays"})


def parties_of(statement: Statement) -> tuple[str, ...]:
    """The parties a statement commits: all that are spoken for; nobody where the speaker is unnamed."""
    return statement.speaker.parties if statement.speaker.name else ()


def day_of(statement: Statement, published: Mapping[str, str]) -> str | None:
    """The day it was said; where that is not known, the day its article was published."""
    return (statement.said_on.day if statement.said_on else None) or published.get(statement.article)


def positions(statements: Sequence[Statement], published: Mapping[str, str]) -> tuple[Position, ...]:
    """Every change of a party's position in time order.

    The latest day wins; of one day's stands the first in ``FIRMEST``: caution where a group may hold two claims.
    ``no_comment`` counts only for a party that has no position yet. A stand without any day comes first, so it never
    replaces one that has a day.
    """
    ordered = sorted(_stands(statements, published), key=lambda one: (one[0] or "", one[1], one[2].id))
    held: dict[str, Stance] = {}
    rows: list[Position] = []
    for day, party in dict.fromkeys((day, party) for day, party, _ in ordered):
        said = [one for d, p, one in ordered if (d, p) == (day, party)]
        stance = _stand(said, new=party not in held)
        if stance and held.get(party) != stance:
            held[party] = stance
            rows.append(Position(party, stance, day, tuple(one.id for one in said if one.stance == stance)))
    return tuple(rows)


def _stands(statements: Sequence[Statement], published: Mapping[str, str]) -> list[tuple[str | None, str, Statement]]:
    return [
        (day_of(one, published), party, one)
        for one in statements
        if one.stance not in NO_STAND
        for party in parties_of(one)
    ]


# What counts where a party is found on several sides on one day: the stand that claims least for the claim.
FIRMEST: tuple[Stance, ...] = (
    "withdraws",
    "denies",
    "doubts",
    "no_evidence",
    "asserts",
    "suggests",
    "cannot_confirm",
    "investigating",
)


def _stand(said: Sequence[Statement], *, new: bool) -> Stance | None:
    """One stand for a party's day."""
    stances = {one.stance for one in said}
    found = next((stance for stance in FIRMEST if stance in stances), None)
    return found or ("no_comment" if new and "no_comment" in stances else None)
