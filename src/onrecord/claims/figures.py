"""The figures of a claim side by side: each party's own, with its day, what it counts, and whether it still stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from onrecord.claims.given import Amount, Given, Mention, Withdrawal, given_figures, mentioned, withdrawals
from onrecord.model import ClaimFigure, Statement
from onrecord.text.counted import PEOPLE, Thing, is_person
from onrecord.text.numbers import find_numbers

FIRST = 80  # characters in which a number is looked for that a claim begins with
OPENING_WORDS = 2  # words before it at most


def claim_figures(
    statements: Sequence[Statement], published: Mapping[str, str], *, wording: str = ""
) -> tuple[ClaimFigure, ...]:
    """Each figure once a party, from its first day, in order of day; of what the claim counts only.

    A claim counts a thing where two speak of figures of it, or one of two such figures, or where the words it goes by
    begin with one. Beside these a party keeps a figure of its own that counts otherwise, if it is its
    only one. A party's later figure of a thing replaces its earlier ones, and what it takes back stands no more.
    """
    given = given_figures(statements, published)
    kept = [one for one in _of_the_claim(given, mentioned(statements), wording) if one.party]
    mixed = len({one.thing.scope for one in given if one.thing.noun == PEOPLE}) > 1
    gone = withdrawals(statements, published)
    return tuple(_ended(one, _row(one, mixed=mixed), kept, gone) for one in _firsts(kept))


def unnamed_figures(statements: Sequence[Statement], published: Mapping[str, str]) -> tuple[ClaimFigure, ...]:
    """The figures that only unnamed sources give, each once from its first day: nobody's on record."""
    given = given_figures(statements, published)
    named = {(one.thing, one.amount) for one in given if one.party}
    nobodys = [one for one in given if not one.party and (one.thing, one.amount) not in named]
    return tuple(_row(one, mixed=False) for one in _firsts(nobodys))


def _of_the_claim(given: Sequence[Given], heard: Collection[Mention], wording: str) -> list[Given]:
    several = Counter(one.thing for one in heard)
    worded = {one.thing for one in given if one.amount[0] == _first_number(wording)}
    main = _one_scope({one for one in several if several[one] > 1} | worded, several, worded)
    counting = {one.party for one in given if one.thing in main}
    only = Counter(party for party, _, _ in {(one.party, one.thing, one.amount) for one in given})
    return [
        one
        for one in given
        if one.thing in main or (main and one.party not in counting and only[one.party] == 1 and not one.thing.scope)
    ]


def _one_scope(main: Collection[Thing], several: Mapping[Thing, int], worded: Collection[Thing]) -> set[Thing]:
    """Of people the dead or the missing, not both: the scope of the claim's own words, else the one most give."""
    people = [one for one in main if one.noun == PEOPLE]
    best = max((several[one] + (len(several) + 1) * (one in worded) for one in people), default=0)
    return {one for one in main if one.noun != PEOPLE or several[one] + (len(several) + 1) * (one in worded) == best}


def _first_number(wording: str) -> float | None:
    """The number that the words begin with, a bound or an article before it or not."""
    found = find_numbers(wording[:FIRST])
    return found[0].value if found and len(wording[: found[0].span.start].split()) <= OPENING_WORDS else None


def _firsts(given: Sequence[Given]) -> list[Given]:
    """Each figure of a party once: from its first day, with the scope and under the noun that say most of it."""
    firsts: dict[tuple[str, str, Amount], Given] = {}
    for one in sorted(
        given, key=lambda one: (not one.thing.scope, one.day or "", not is_person(one.unit), one.statement)
    ):
        noun = PEOPLE if is_person(one.unit) else one.thing.noun
        firsts.setdefault((one.party, noun, one.amount), one)
    return sorted(firsts.values(), key=lambda one: (one.day or "", one.statement, one.party))


def _telling(one: Given) -> tuple[bool, str, bool, str]:
    return not one.thing.scope, one.day or "", not is_person(one.unit), one.statement


def _row(one: Given, *, mixed: bool) -> ClaimFigure:
    unit = one.unit
    if mixed and one.thing.noun == PEOPLE:
        unit = f"{one.unit if is_person(one.unit) else PEOPLE} {one.thing.scope}"
    value, high = one.amount
    return ClaimFigure(one.party, value, high, unit, one.of, one.bound, one.day, one.thing.scope, one.statement)


def _ended(one: Given, row: ClaimFigure, given: Sequence[Given], gone: Sequence[Withdrawal]) -> ClaimFigure:
    """The row with the day on which it ceased to stand, and why: of several the first."""
    mine = [other for other in given if (other.party, other.thing) == (one.party, one.thing)]
    said_again = max((other.day or "" for other in mine if other.amount == one.amount), default="")
    back = [other.day for other in gone if other.covers(one) and other.day and other.day >= said_again]
    later = [at.day for at in mine if at.amount != one.amount and at.day and at.day > (one.day or "")]
    if back and (not later or min(back) <= min(later)):
        return replace(row, ended="withdrawn", ended_on=min(back))
    return replace(row, ended="replaced", ended_on=min(later)) if later else row
