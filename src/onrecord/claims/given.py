"""Which figures a party gives as its own, and which it takes back: a denial may name a figure only to deny it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from onrecord.claims.positions import day_of, parties_of
from onrecord.model import Bound, Figure, Stance, Statement
from onrecord.text.counted import Thing, thing

Amount: TypeAlias = tuple[float, float | None]

GIVES = frozenset({"asserts", "suggests"})
COUNTERS = frozenset({"denies", "withdraws"})
# Words by which a denial says how many it was instead: "three batches, not one", "his own count was 40".
_INSTEAD = re.compile(
    r"\b(?:not|rather than|instead of|only|just|merely|no more than|in (?:fact|truth|reality)|actually|own)\b", re.I
)
_REFUSED = re.compile(r"\b(?:not|never|no|rather than|instead of|than)\W+(?:\w+\W+)?\Z", re.I)
_STEPS = re.compile(r"\b(?:from|down|up|rais\w+|cut|lowered|revised)\b.*\bto\b", re.I | re.S)


class Given(NamedTuple):
    """A figure that somebody gives; ``party`` is empty for unnamed sources."""

    party: str
    day: str | None
    amount: Amount
    thing: Thing
    unit: str
    of: str
    bound: Bound
    statement: str
    content: str
    stance: Stance


class Mention(NamedTuple):
    """A figure in somebody's words, whether given or refused."""

    thing: Thing
    party: str
    amount: Amount


class Withdrawal(NamedTuple):
    """A party's taking back of a figure, or of all it gave before where the words name none."""

    party: str
    day: str | None
    amounts: tuple[Amount, ...]

    def covers(self, one: Given) -> bool:
        """True where this figure of the party is taken back."""
        if one.party != self.party:
            return False
        before = (one.day or "") < (self.day or "") or (one.day == self.day and one.stance in GIVES)
        return before and (one.amount in self.amounts or not self.amounts)


def given_figures(statements: Sequence[Statement], published: Mapping[str, str]) -> list[Given]:
    """Every figure given, once a party that is spoken for, in order of day."""
    told = sorted(statements, key=lambda one: (day_of(one, published) or "", one.id))
    asserted = [row for one in told if one.stance in GIVES for row in _rows(one, published, wholes(one))]
    passed = [row for one in told if one.stance == "relays" for row in _rows(one, published, wholes(one))]
    countered = [
        row
        for one in told
        if one.stance in COUNTERS
        for row in _rows(one, published, wholes(one))
        if row.party and _instead(one, row) and not _given_before(row, asserted + passed)
    ]
    on_record = {(row.thing, row.amount) for row in asserted if row.party}
    alone = [row for row in passed if (row.thing, row.amount) not in on_record]
    return sorted(asserted + alone + countered, key=lambda row: (row.day or "", row.statement, row.party))


def mentioned(statements: Sequence[Statement]) -> set[Mention]:
    """Every figure that is spoken of, by whom; unnamed sources are one."""
    return {
        Mention(row.thing, row.party, row.amount)
        for one in statements
        if one.stance != "other"
        for row in _rows(one, {}, wholes(one))
    }


def withdrawals(statements: Sequence[Statement], published: Mapping[str, str]) -> list[Withdrawal]:
    """Everything that a party takes back; a figure that it gives instead is not taken back."""
    given = given_figures(statements, published)
    found = []
    for one in statements:
        if one.stance == "withdraws":
            for party in parties_of(one):
                new = {row.amount for row in given if row.statement == one.id}
                named = tuple(_amount(figure) for figure in one.figures if _amount(figure) not in new)
                found.append(Withdrawal(party, day_of(one, published), named))
    return found


def wholes(one: Statement) -> list[Figure]:
    """Of several figures of one thing the whole: the greatest, or the last of "from nine to eleven"."""
    found: dict[Thing, list[Figure]] = {}
    for figure in one.figures:
        found.setdefault(thing(figure, one.content.text), []).append(figure)
    stepped = _STEPS.search(one.content.text) is not None
    return [_last(several) if stepped else _greatest(several) for several in found.values()]


def _last(several: Sequence[Figure]) -> Figure:
    return max(several, key=lambda one: (one.span, one.value))


def _greatest(several: Sequence[Figure]) -> Figure:
    return max(several, key=lambda one: (one.value if one.high is None else one.high, one.span))


def _rows(one: Statement, published: Mapping[str, str], figures: Sequence[Figure]) -> list[Given]:
    day, content = day_of(one, published), one.content.text
    parties = parties_of(one) or (() if one.speaker.name else ("",))
    return [
        Given(party, day, _amount(at), thing(at, content), at.unit, at.of, at.bound, one.id, content, one.stance)
        for party in parties
        for at in figures
    ]


def _amount(figure: Figure) -> Amount:
    return figure.value, figure.high


def _instead(one: Statement, row: Given) -> bool:
    """True where the words set this figure against another; not where it is itself the one refused."""
    figure = next(at for at in one.figures if _amount(at) == row.amount)
    piece = next((at for at in one.content.spans if at.start <= figure.span.start < at.end), None)
    before = "" if piece is None else _text_before(one, figure)
    return _INSTEAD.search(one.content.text) is not None and not _REFUSED.search(before)


def _text_before(one: Statement, figure: Figure) -> str:
    """The content's words before a figure, from the beginning of its piece."""
    at = 0
    for span in one.content.spans:
        if span.start <= figure.span.start < span.end:
            return one.content.text[at : at + figure.span.start - span.start]
        at += span.end - span.start + len(" … ")
    return ""


def _given_before(row: Given, asserted: Sequence[Given]) -> bool:
    """True where somebody else had given that number by the same day: then it is the one denied."""
    return any(
        (one.amount, one.thing.noun) == (row.amount, row.thing.noun)
        and one.party != row.party
        and (one.day or "") <= (row.day or "9999")
        for one in asserted
    )
