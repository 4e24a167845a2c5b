"""Where each party stands on a claim, over time: a rule over stances, with no judgement of truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.model import OF_THE_ARTICLE, Position, Stance, Statement

NO_STAND = frozenset({"conditional", "other"})


def parties_of(statement: Statement) -> tuple[str, ...]:
    """The parties a statement commits: all that are spoken for; nobody where the speaker is unnamed."""
    return statement.speaker.parties if statement.speaker.name else ()


def day_of(statement: Statement, published: Mapping[str, str]) -> str | None:
    """The day it was said; where that is not known, the day its article was published."""
    return (statement.said_on.day if statement.said_on else None) or published.get(statement.article)


def day_is_told(statement: Statement) -> bool:
    """True where the words tell the day of speaking; False where it has only its article's day, or none."""
    when = statement.said_on
    return when is not None and when.day is not None and OF_THE_ARTICLE not in when.reasons[:1]


def positions(statements: Sequence[Statement], published: Mapping[str, str]) -> tuple[Position, ...]:
    """Every change of a party's position in time order.

    The latest day wins; of one day's stands the first in ``FIRMEST``: caution where a group may hold two claims. Only a
    denial that has no day but its article's, which may recall what was said long before, gives way to a softer stand
    whose day is told. ``no_comment`` and ``relays`` count only for a party that has no position yet. A stand without
    any day comes first, so it never replaces one that has a day.
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
SOFTER: tuple[Stance, ...] = ("cannot_confirm", "investigating")  # what may follow on a denial that is recalled
WEAKEST: tuple[Stance, ...] = ("no_comment", "relays")  # no stand: they never take the place of one


def _stand(said: Sequence[Statement], *, new: bool) -> Stance | None:
    """One stand for a party's day."""
    stances = {one.stance for one in said}
    told = {one.stance for one in said if day_is_told(one)}
    found = next((stance for stance in FIRMEST if stance in stances), None)
    if found == "denies" and "denies" not in told and "asserts" not in stances:
        found = next((stance for stance in SOFTER if stance in told), found)
    return found or (next((stance for stance in WEAKEST if stance in stances), None) if new else None)
