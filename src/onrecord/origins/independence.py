"""Which parties assert a claim from their own knowledge. The first on record is an origin; a second needs the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import Article, Origin, Statement
from onrecord.origins.counts import at_odds, count_apart
from onrecord.origins.hearing import features, heard
from onrecord.origins.kin import kin
from onrecord.origins.knowing import shipped
from onrecord.origins.own import concedes, own_knowledge, yields
from onrecord.origins.things import named_apart
from onrecord.origins.tying import BOUNDS, Bounds, Tie, Ties
from onrecord.text.likeness import words

NAMED_SURELY = 0.6  # a speaker less sure than this may be misread, and a misread speaker is a false witness
ACCEPTS = "it accepts or repeats what another found"
UNSHOWN = "its words do not show that it knows this itself"
FIRST = "the first on record to say so"


@dataclass(frozen=True, slots=True)
class Judged:
    """The independent origins of a claim in time order, and the possible ones, which never move a status."""

    origins: tuple[Origin, ...]
    possible: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    """What is on record for a claim: assertions in time order, and the articles they stand in, as far as known."""

    said: Sequence[Statement]
    ties: Ties
    articles: Mapping[str, Article] = field(default_factory=dict)
    at_odds: bool = False

    def parties(self) -> list[str]:
        """In the order in which they spoke; whose first word concedes it comes after those that owe it to nobody."""
        found = dict.fromkeys(party for one in self.said for party in one.speaker.parties)
        return sorted(found, key=lambda party: bool(concedes(self.of(party)[0])))

    def of(self, party: str) -> list[Statement]:
        return [one for one in self.said if party in one.speaker.parties]

    def chance(self, one: Statement) -> float:
        return shipped().chance(features(heard(one, self.articles.get(one.article))))


def judge(
    statements: Sequence[Statement],
    published: Mapping[str, str],
    tie: Tie,
    *,
    articles: Mapping[str, Article] | None = None,
    bounds: Bounds = BOUNDS,
) -> Judged:
    """Origins among the statements of one claim, in which ``speaker.party`` is already settled across articles.

    ``published`` gives each article's day, ``tie`` how surely two statement ids speak to one claim (0.0 to 1.0),
    ``articles`` the texts, by id, that the statements stand in. A party on record counts once; nobody unnamed counts.
    """
    said = sorted((one for one in statements if _on_record(one)), key=lambda one: _first(one, published))
    ties = Ties(tie, sorted(one.id for one in statements), bounds)
    counted = at_odds(sorted(statements, key=lambda one: one.id))
    case = _Case(said, ties, articles or {}, counted)
    origins: list[Origin] = []
    possible: list[Origin] = []
    for party in case.parties():
        own = case.of(party)
        shown, doubt = _weighed(own, case, [one.party for one in origins])
        if shown:
            origins.append(Origin(party, own[0].article, shown))
        else:
            possible.append(Origin(party, own[0].article, doubt))
    return Judged(tuple(origins), tuple(possible))


def _on_record(one: Statement) -> bool:
    return one.stance == "asserts" and bool(one.speaker.party and one.speaker.name)


def _first(one: Statement, published: Mapping[str, str]) -> tuple[str, str, bool, str, str]:
    day = published.get(one.article, "9999")
    said = one.said_on.day if one.said_on else None
    return said or day, day, bool(concedes(one)), one.article, one.id


def _weighed(own: Sequence[Statement], case: _Case, before: Sequence[str]) -> tuple[str | None, str]:
    """(why a party is an origin beside those before it, or None; why it is not)."""
    if not before:
        return own_knowledge(own[0]) or FIRST, ""
    if any(concedes(one) for one in own):
        return None, ACCEPTS
    for other in before:
        if why := kin(own, case.of(other), case.articles):
            return None, f"no witness beside {other}: {why}"
    shown = next((why for one in own if (why := _shown(one, case, before))), None)
    return shown, ACCEPTS if any(yields(one) for one in own) else UNSHOWN


def _shown(one: Statement, case: _Case, before: Sequence[str]) -> str | None:
    """The words of a statement that show own knowledge of just what the first origin asserts."""
    if one.relay or one.speaker.confidence < NAMED_SURELY:
        return None
    bounds, in_table, chance = shipped(), own_knowledge(one), case.chance(one)
    wary = yields(one) or any(_names(one, party) for party in before)
    if chance < (bounds.surer if wary else bounds.fair if in_table else bounds.sure):
        return None
    tied = _tied(one, case, before[0], surely=chance < bounds.sure)
    return (in_table or one.content.text) if tied else None


def _tied(one: Statement, case: _Case, first: str, *, surely: bool) -> bool:
    """True where it speaks to something the first origin asserts, of the same thing and the same count where both tell.

    In a claim whose numbers are at odds both must count: it holds several things, and only a number tells which.
    """
    others = [other for other in case.of(first) if other.id != one.id and not _apart(one, other)]
    if case.at_odds:
        others = [other for other in others if one.figures and other.figures]
    return any(case.ties.one_thing(one.id, other.id, surely=surely) for other in others)


def _apart(one: Statement, other: Statement) -> bool:
    return count_apart(one, other) or named_apart(one, other)


def _names(one: Statement, party: str) -> bool:
    """True where the statement speaks of the other party: what it knows, it may know from there."""
    told = set(words(one.content.text))
    return any(len(word) > 3 and word in told for word in words(party))
