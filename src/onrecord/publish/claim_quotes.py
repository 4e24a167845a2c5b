"""A party's words on a claim: the telling ones first, and no more than a page can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Claim, Position
from onrecord.publish.evidence import Evidence
from onrecord.publish.lanes import positions_by_party
from onrecord.publish.quotes import Quote, quotes
from onrecord.publish.words import short

TELLING = 2
ENOUGH = 160  # characters: beyond them a longer quotation tells no more
SHARED = 3  # words: beyond them more of the claim's own make it no better
MOST_PARTIES = 16  # with their words; the others by name
MOST_QUOTES = 24  # of all parties
MOST_OTHERS = 4  # that take no position
LONGEST = 1_200  # characters of one quotation


@dataclass(frozen=True, slots=True)
class PartyWords:
    """A party, where it stands now, how it got there, and its words: the telling ones, and the rest latest first.

    ``more``: its quotations that are not among them.
    """

    party: str
    stance: str
    since: str | None
    before: tuple[Position, ...]
    telling: tuple[Quote, ...]
    further: tuple[Quote, ...]
    more: int = 0


def party_words(claim: Claim, around: Evidence) -> tuple[PartyWords, ...]:
    """Each party's words on a claim, the parties in the order in which they first spoke."""
    shown = []
    for party, positions in positions_by_party(claim.positions).items():
        ids = dict.fromkeys(id_ for position in positions for id_ in position.statements)
        every = quotes((around.statements[id_] for id_ in ids if id_ in around.statements), around)
        telling = telling_of(every, positions[-1].stance, claim.wording)
        further = tuple(one for one in every[::-1] if one not in telling)
        shown.append(PartyWords(party, positions[-1].stance, positions[-1].on, tuple(positions[:-1]), telling, further))
    return tuple(shown)


def fitting(parties: Sequence[PartyWords], *, most: int = MOST_QUOTES) -> tuple[PartyWords, ...]:
    """As many of the words as a page can hold: first one of each party, then two, then what else there is room for."""
    each = TELLING if len(parties) * TELLING <= most else 1
    room = most - sum(min(each, len(one.telling)) for one in parties)
    known: set[str] = set()
    shown = []
    for one in parties:
        further = (*one.telling[each:], *one.further)
        kept = further[: max(0, room)]
        room -= len(kept)
        telling, rest = named_once(one.telling[:each], known), named_once(kept, known)
        shown.append(replace(one, telling=telling, further=rest, more=len(further) - len(kept)))
    return tuple(shown)


def named_once(several: Sequence[Quote], known: set[str]) -> tuple[Quote, ...]:
    """The quotations as a page shows them; one that is ``known`` (to which they are added) bears no name again.

    A statement may speak for two parties.
    """
    shown = []
    for one in several:
        shown.append(replace(clipped(one), anchor=one.place.statement not in known))
        known.add(one.place.statement)
    return tuple(shown)


def clipped(quote: Quote) -> Quote:
    """The quotation; a very long one as its beginning, which the article has whole."""
    if len(quote.words) <= LONGEST:
        return quote
    return replace(quote, words=short(quote.words, limit=LONGEST), runs=())


def telling_of(every: Sequence[Quote], stance: str, wording: str) -> tuple[Quote, ...]:
    """The few quotations that best show a standing position, in order of day."""
    fit = [one for one in every if one.stance == stance] or list(every)
    best = sorted(fit, key=lambda one: telling(one, wording), reverse=True)[:TELLING]
    return tuple(one for one in every if one in best)


def telling(one: Quote, wording: str) -> tuple[int, bool, int]:
    """How well a quotation shows its speaker on a claim: in its words (not just its heading), own words, at length."""
    shared = set() if one.words == wording else _words(one.words) & _words(wording)
    return min(len(shared), SHARED), one.direct, min(len(one.words), ENOUGH)


def _words(text: str) -> set[str]:
    """The words of four letters and more, by their first five letters: "troops" as "troop"."""
    return {word[:5] for word in re.findall(r"\w{4,}", text.casefold())}
