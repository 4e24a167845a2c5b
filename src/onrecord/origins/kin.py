"""Who is no second witness beside another: the same mouth, the same house, the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Article, Statement
from onrecord.origins.hearing import heard
from onrecord.text.likeness import overlap, terms, words

STEM = 4  # letters by which a country and its adjective, a ministry and its minister agree
SAME_WORDS = 0.5  # share of the terms at which two contents are one text given to two speakers
LEAST_WORDS = 4  # terms of a content below which likeness says nothing
HOUSE = re.compile(
    r"\b(?:group|holdings?|plc|ltd|inc|corp|corporation|company|co|ag|sa|llc|international|the|of|and)\b"
)
SERVES = re.compile(
    r"\b(?:subsidiary|parent|owned by|owns?|owner|unit of|arm of|branch of|division of|part of|lawyers?|counsel|"
    r"attorney|spokes\w+|on behalf of|speaking for|advisers?|consultants?|contractors?|hired by|paid by)\b",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?i)\b(?:minister|president|secretary|chief|head|director|commissioner|governor|mayor|chair\w*)\b"
)
PAST = re.compile(r"(?i)\b(?:former|ex|late|onetime|ousted)\b")


def kin(own: Sequence[Statement], first: Sequence[Statement], articles: Mapping[str, Article]) -> str | None:
    """Why a party (its assertions) is no witness beside another (its assertions), or None.

    Either may speak as several parties at once; the first of ``parties`` is not privileged.
    """
    if _people(own) & _people(first):
        return "the same person speaks for both"
    if any(one_house(_house(one), _house(other)) for one in own for other in first):
        return "one belongs to the other"
    if any(_serves(one, other, articles) or _serves(other, one, articles) for one in own for other in first):
        return "one speaks for the other"
    if _owner(own, articles) & _owner(first, articles):
        return "both belong to one owner"
    if any(_same_words(one, other) for one in own for other in first):
        return "the same words are given to both"
    return None


def _people(said: Iterable[Statement]) -> set[str]:
    """Surnames apart from given names would join strangers: whole names only."""
    names = {one.speaker.name.casefold() for one in said if one.speaker.name}
    return names - {party.casefold() for one in said for party in one.speaker.parties}


def one_house(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where all that one is called by is in what the other is called by."""
    return bool(one and other) and (one <= other or other <= one)


def _house(one: Statement) -> frozenset[str]:
    """A person who speaks for nobody else is called by his office too: a ministry and its minister are one."""
    party, role = one.speaker.party or "", one.speaker.role or ""
    if party == one.speaker.name and OFFICE.search(role) and not PAST.search(role):
        return house(f"{party} {role}")
    return house(party)


def _serves(one: Statement, other: Statement, articles: Mapping[str, Article]) -> bool:
    """True where the words around one tell that it serves the other: its lawyer, its subsidiary."""
    around = heard(one, articles.get(one.article)).frame + " " + (one.speaker.role or "")
    return bool(SERVES.search(around) and _house(other) and _house(other) <= house(around))


def house(party: str) -> frozenset[str]:
    """What a party is called by: the beginnings of its words, without those that name a kind of firm."""
    plain = HOUSE.sub(" ", " ".join(words(party)))
    return frozenset(word[:STEM] for word in plain.split() if len(word) > 2)


def _owner(said: Iterable[Statement], articles: Mapping[str, Article]) -> set[str]:
    """Owners of the outlets that speak for themselves here."""
    return {owner for one in said for party in one.speaker.parties if (owner := owners().get(party.casefold()))}


@cache
def owners() -> Mapping[str, str]:
    """{outlet in lower case: who owns it}, as far as it is known."""
    return {row["outlet"].casefold(): row["owner"] for row in table("outlet_owners")}


def _same_words(one: Statement, other: Statement) -> bool:
    mine, theirs = (set(terms(each.content.text)) for each in (one, other))
    return min(len(mine), len(theirs)) >= LEAST_WORDS and overlap(mine, theirs) >= SAME_WORDS
