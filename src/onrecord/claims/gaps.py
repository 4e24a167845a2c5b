"""Who has not been heard on a claim, and what the record lacks; only from evidence in the record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from onrecord.claims.positions import day_of, parties_of
from onrecord.claims.status import AGAINST
from onrecord.knowledge.tables import table
from onrecord.model import Origin, Position, Statement

SILENT = frozenset(("other", "no_comment", "conditional"))
ONE_SIDE = frozenset(("asserts", "suggests", "relays"))
STALE = 7  # days


@dataclass(frozen=True, slots=True)
class Around:
    """The articles of a claim's story: the day and the outlet of each, where they are known."""

    published: Mapping[str, str] = field(default_factory=dict)
    outlets: Mapping[str, str] = field(default_factory=dict)


def not_heard(
    statements: Sequence[Statement], names: Mapping[str, frozenset[str]], positions: Sequence[Position]
) -> tuple[str, ...]:
    """Parties that the claim's assertions name and that have taken no position on it, in order of name.

    ``names`` gives for each party the names it goes by.
    """
    heard = {row.party for row in positions} | {party for one in statements for party in parties_of(one)}
    said = {run for one in statements if one.stance not in SILENT for run in _runs(one.content.text)}
    return tuple(party for party in sorted(names) if party not in heard and said & names[party])


def _runs(text: str) -> set[str]:
    """Every run of up to four words of a text, as written and without a possessive."""
    found = re.findall(r"\w(?:[\w.’'-]*\w)?", text)
    bare = [re.sub(r"[’']s$", "", word) for word in found]
    return {" ".join(bare[at : at + size]) for size in range(1, 5) for at in range(len(bare) - size + 1)}


def missing(
    statements: Sequence[Statement],
    positions: Sequence[Position],
    origins: Sequence[Origin],
    *,
    unheard: Sequence[str] = (),
    around: Around = Around(),
) -> tuple[str, ...]:
    """Short fixed sentences, each true of the record as it stands. ``unheard``: the parties of ``not_heard``."""
    found = (
        *_who_asserts(statements, origins),
        *_who_answers(positions, origins, unheard),
        *_how_it_came(statements, around),
        *_since_when(statements, positions, around),
    )
    return tuple(found)


def _who_asserts(statements: Sequence[Statement], origins: Sequence[Origin]) -> Iterator[str]:
    asserting = [one for one in statements if one.stance == "asserts"]
    if not asserting:
        yield "Nobody in the record asserts it."
        return
    named = [one for one in asserting if parties_of(one)]
    if not named:
        yield "Only unnamed sources assert it."
    elif not origins:
        yield "Nobody who asserts it has shown knowledge of their own."
    if len(origins) == 1:
        yield "No second party has shown knowledge of its own."
    if not any(one.kind in ("direct", "mixed") for one in asserting):
        yield "Nobody is quoted asserting it in their own words."
    if not any(_names_a_document(one) for one in asserting):
        yield "Nobody who asserts it names a document or a picture."


def _who_answers(positions: Sequence[Position], origins: Sequence[Origin], unheard: Sequence[str]) -> Iterator[str]:
    if len(origins) == 1 and len({row.party for row in positions}) == 1:
        yield "Nobody but the party that asserts it has taken a position."
    if unheard and positions and all(row.stance in ONE_SIDE for row in positions):
        yield "Only one side is heard; parties that it names are not."


def _how_it_came(statements: Sequence[Statement], around: Around) -> Iterator[str]:
    if statements and all(one.relay for one in statements):
        yield "It is known only through other outlets."
    if statements and all(one.stance in ("relays", "other", "conditional") for one in statements):
        yield "It is only passed on: nobody takes a stand on it."
    outlets = {around.outlets.get(one.article) for one in statements}
    if len(outlets) == 1 and None not in outlets:
        yield "Only one outlet has it."


def _since_when(statements: Sequence[Statement], positions: Sequence[Position], around: Around) -> Iterator[str]:
    """Contested and left so, while its story went on for ``STALE`` days and more."""
    held = {row.party: row.stance for row in positions}.values()
    said = [day for one in statements if (day := day_of(one, around.published))]
    if not ("asserts" in held and AGAINST & set(held) and said and around.published):
        return
    last, newest = max(said), max(around.published.values())
    if (date.fromisoformat(newest) - date.fromisoformat(last)).days >= STALE:
        yield f"Contested, and no word on it since {last}."


def _names_a_document(one: Statement) -> bool:
    texts = (one.content.text, one.source.text if one.source else "", *one.basis)
    return any(word in _documents() for text in texts for word in re.findall(r"[a-z]+", text.casefold()))


@cache
def _documents() -> frozenset[str]:
    """Nouns for what can be looked at oneself, in both numbers; a statement to the press is none."""
    nouns = {row["noun"] for row in table("documents") if row["kind"] in ("paper", "study", "image")}
    nouns -= {"statement", "report"}
    return frozenset(nouns | {f"{noun}s" for noun in nouns})
