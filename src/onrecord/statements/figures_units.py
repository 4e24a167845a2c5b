"""The unit that stands beside a number: a sign, a measure, a counted noun, a word for what became of people."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.knowledge.tables import table
from onrecord.statements.figures_nouns import counted_noun, invariable
from onrecord.statements.figures_spells import LENGTHS
from onrecord.text.numbers import Number

LOOK_ON = 90
SIGN_LENGTH = 6
LOOSE = re.compile(r"\+|-plus\b|\s+plus\b|\s+or\s+(?:more|so|fewer|less|above|over|thereabouts)\b")
FURTHER = re.compile(r"\s+(?:more|further|additional|other|extra|new)(?=\s+[^\W\d_])")
OF_WHOLE = re.compile(
    r"\s+(?:out\s+)?of\s+(?:all\s+)?(?:the|its|his|her|their|those|these|our|my|all)\s+(?:(?:last"
    r"|first|next|past|other|remaining)\s+)?",
    re.I,
)
OF_MANY = re.compile(r"\s+(?:out\s+)?of\s+[0-9][0-9,.]*\s+(?=[^\W\d_])")
WHOLE_NUMBER = re.compile(r"(?:[\d,.]+|[a-z]+(?:-[a-z]+)?)\s+(?=[^\W\d_])")
OF_A_KIND = re.compile(r"\s+of(?=\s+\w)")
PER = re.compile(
    r"\s+(?:per|in\s+each|in\s+every|for\s+each|for\s+every|every|each|an?)\s+([a-z]+)\b(?!\s+(?:before|after|ago|earlier|later|old))"
)
OF_THEM = re.compile(r"\s+of\s+(?:them|us|those|these|whom|which)\b", re.I)


class Written(NamedTuple):
    """A unit and where in the text its words end."""

    name: str
    end: int


def written_unit(text: str, number: Number) -> Written | None:
    """The unit as written beside the number, or None where only the context has it."""
    end = number.span.end
    if number.unit:
        return Written(number.unit, end)
    currency = _currency_before(text, number)
    if currency:
        return _with_rate(text, Written(currency, end))
    after = text[: end + LOOK_ON]
    if OF_THEM.match(after, end):
        return None
    at = _skipped(after, end)
    found = _measured(after, at) or counted_noun(after, at)
    return _with_rate(text, Written(*found)) if found else None


CLOSER = re.compile(r"[\"”’](?=\s+[a-z])")


def _skipped(text: str, at: int) -> int:
    """Where the words of the unit may begin: after "or more", "of the 300", "of"."""
    closer = CLOSER.match(text, at)
    at = closer.end() if closer else at
    loose = LOOSE.match(text, at)
    at = loose.end() if loose else at
    further = FURTHER.match(text, at)
    at = further.end() if further else at
    whole = OF_WHOLE.match(text, at)
    if whole:
        number = WHOLE_NUMBER.match(text, whole.end())
        counts = number and (number.group()[0].isdigit() or number.group().strip().split("-")[0] in _number_words())
        return (number.end() if number and counts else whole.end()) - 1
    many = OF_MANY.match(text, at)
    if many:
        return many.end() - 1
    kind = OF_A_KIND.match(text, at)
    return kind.end() if kind else at


@cache
def _number_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("number_words") if row["kind"] in ("small", "scale"))


@cache
def units(side: str) -> dict[str, str]:
    """The units of the table that stand on this side of a number, by how they are written."""
    return {row["written"]: row["unit"] for row in table("units") if row["side"] == side}


@cache
def pattern(side: str) -> re.Pattern[str]:
    """A pattern for what may follow a number, the longest first."""
    either = "|".join(re.escape(one) for one in sorted(units(side), key=len, reverse=True))
    gap = r"(?:\s+\w+ly|\s+(?:feared|presumed|still|now))?" if side == "state" else ""
    return re.compile(rf"{gap}\s*-?\s*({either})(?!\w)")


@cache
def _bound_singulars() -> re.Pattern[str]:
    rows = table("measures")
    measures = "|".join(row["singular"] for row in rows if row["kind"] == "measure")
    every = "|".join(row["singular"] for row in rows)
    return re.compile(rf"[-‑]({every})\b(?!['’]s)|\s+({measures})\b")


@cache
def measures() -> frozenset[str]:
    """The units that measure and count nothing: "metres", "percent", "dollars"."""
    written = {row["plural"] for row in table("measures") if row["kind"] != "count"}
    return frozenset(written | set(units("before").values()) | {"percent", "km", "kg", "cm", "mm"})


@cache
def _plurals() -> dict[str, str]:
    return {row["singular"]: row["plural"] for row in table("measures")}


def _measured(text: str, at: int) -> tuple[str, int] | None:
    """The sign, measure or word for what became of people that stands right at ``at``."""
    bound = _bound_singulars().match(text, at)
    if bound:
        return _plurals()[bound[1] or bound[2]], bound.end()
    for side in ("after", "state"):
        found = pattern(side).match(text, at)
        counts = found and found[1] in invariable()
        if found and not (counts and counted_noun(text, found.start(1) - 1, beyond=found[1])):
            return (_whom(text, found.end()) if side == "state" else None) or (units(side)[found[1]], found.end())
    return None


def _whom(text: str, at: int) -> tuple[str, int] | None:
    """The noun behind a word for what became of people: "12 wounded soldiers"."""
    found = counted_noun(text, at)
    return found if found and found[0] not in LENGTHS else None


@cache
def _before() -> re.Pattern[str]:
    signs = sorted(units("before"), key=len, reverse=True)
    either = "|".join(rf"(?<![A-Za-z]){re.escape(sign)}" for sign in signs)
    return re.compile(rf"({either})\s?\Z")


def _currency_before(text: str, number: Number) -> str | None:
    found = _before().search(text, max(0, number.span.start - SIGN_LENGTH), number.span.start)
    return units("before")[found[1]] if found else None


@cache
def _rated() -> frozenset[str]:
    measures = {row["singular"] for row in table("measures") if row["kind"] != "count"}
    return frozenset(measures | {"head", "capita", "person", "household", "millilitre", "milliliter", "cent"})


def _with_rate(text: str, unit: Written) -> Written:
    """ "4 grams in each litre", "3,000 crowns a month"."""
    found = PER.match(text, unit.end)
    if not found:
        return unit
    is_per = found.group().split()[0] == "per" or found.group().split()[0] in ("in", "for")
    return Written(f"{unit.name} per {found[1]}", found.end()) if is_per or found[1] in _rated() else unit
