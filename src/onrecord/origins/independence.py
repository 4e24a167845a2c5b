"""Which parties assert a claim from their own knowledge. The first on record is an origin; a second needs the words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Origin, Statement
from onrecord.origins.own import concedes, own_knowledge
from onrecord.text.likeness import words

Tie = Callable[[str, str], float]
TIED = 0.75  # how surely both must speak to one claim; likeness is a weak guard, so only the surest ties count


@dataclass(frozen=True, slots=True)
class Judged:
    """The independent origins of a claim in time order, and the possible ones, which never move a status."""

    origins: tuple[Origin, ...]
    possible: tuple[Origin, ...]


def judge(statements: Sequence[Statement], published: Mapping[str, str], tie: Tie) -> Judged:
    """Origins among the statements of one claim, in which ``speaker.party`` is already settled across articles.

    ``published`` gives each article's day, ``tie`` how surely two statement ids speak to one claim (0.0 to 1.0).
    A party on record counts once; nobody unnamed counts.
    """
    said = sorted((one for one in statements if _on_record(one)), key=lambda one: _first(one, published))
    parties = list(dict.fromkeys(party for one in said for party in one.speaker.parties))
    origins: list[Origin] = []
    possible: list[Origin] = []
    for party in parties:
        own = [one for one in said if party in one.speaker.parties]
        first = own[0]
        shown = _shown(own, [one for one in said if parties[0] in one.speaker.parties], tie)
        shown = None if _names(own, parties[0]) else shown
        if shown or party == parties[0]:
            origins.append(Origin(party, first.article, shown or own_knowledge(first) or "on the record"))
        else:
            possible.append(Origin(party, first.article, _doubt(own)))
    return Judged(tuple(origins), tuple(possible))


def _names(own: Sequence[Statement], first: str) -> bool:
    """True where a party speaks of the first origin: what it knows, it may know from there."""
    told = {word for one in own for word in words(one.content.text)}
    return any(len(word) > 3 and word in told for word in words(first))


def _on_record(one: Statement) -> bool:
    return one.stance == "asserts" and bool(one.speaker.party and one.speaker.name)


def _first(one: Statement, published: Mapping[str, str]) -> tuple[str, str, bool, str, str]:
    day = published.get(one.article, "9999")
    said = one.said_on.day if one.said_on else None
    return said or day, day, bool(concedes(one)), one.article, one.id


def _shown(own: Sequence[Statement], first: Sequence[Statement], tie: Tie) -> str | None:
    """The words that show own knowledge, in a statement that surely speaks to what the first origin asserts."""
    if any(concedes(one) for one in own):
        return None
    for one in own:
        words = own_knowledge(one)
        if words and max((tie(one.id, other.id) for other in first if other.id != one.id), default=1.0) >= TIED:
            return words
    return None


def _doubt(own: Sequence[Statement]) -> str:
    if any(concedes(one) for one in own):
        return "it accepts or repeats what another found"
    return "no words show that it speaks from its own knowledge"
