"""The claims of one story, from its own articles and statements alone: nothing else in a record moves them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord import claims, judging, origins
from onrecord.edits import compare
from onrecord.model import Claim, Copy, Decided, Reading, Statement, Story
from onrecord.parties import names_of
from onrecord.text.likeness import groups


@dataclass(frozen=True, slots=True)
class Told:
    """A story with what its claims are made from: its readings by article id (parties settled), copies, versions."""

    story: Story
    readings: Mapping[str, Reading]
    copies: Sequence[Copy]
    versions: Sequence[tuple[str, str]]
    decided: Decided

    @property
    def statements(self) -> list[Statement]:
        """All that is said in it, by article."""
        return [one for article in self.story.articles for one in self.readings[article].statements]

    @property
    def published(self) -> dict[str, str]:
        """{article: its day}, where that is known."""
        days = ((id_, one.article.published.day) for id_, one in self.readings.items())
        return {id_: day for id_, day in days if day}


def claims_of(told: Told, *, matcher: claims.Matcher | None = None) -> list[Claim]:
    """The claims of a story, in order of id; by the shipped matcher unless another is given."""
    held = {one: told.readings[one].article for one in told.story.articles}
    said = {one.id: one for one in told.statements}
    same = groups(held, [*told.versions, *((edge.article, edge.of) for edge in told.copies)])
    no_witness = _superseded(told) | _misquoted(told)
    ties = judging.ties_within(told.decided.ties, said)
    found = claims.group(held, said.values(), same, matcher or claims.shipped(), ties=ties)
    made = (_claim(one, told, [said[id_] for id_ in one.statements], no_witness) for one in found)
    return sorted(made, key=lambda one: one.id)


def _claim(group: claims.Group, told: Told, inside: Sequence[Statement], no_witness: frozenset[str]) -> Claim:
    # An edit never makes a second origin: who was named before it was named by the same article.
    standing = [one for one in inside if one.id not in no_witness] or inside
    held = {id_: one.article for id_, one in told.readings.items()}
    judged = origins.judge(standing, told.published, group.tie, articles=held)
    words = told.decided.words
    first, possible = judging.ruled_origins(judged.origins, judged.possible, frozenset(group.statements), words)
    headlines = {id_: one.headline for id_, one in held.items()}
    outlets = {id_: one.outlet for id_, one in held.items() if one.outlet}
    collapsed = origins.collapsed(inside, held, told.copies)
    known = claims.Known(told.story.id, first, possible, collapsed, headlines, outlets)
    return claims.tally(inside, known, told.published, names_of(told.statements))


def _superseded(told: Told) -> frozenset[str]:
    """Statements of an earlier version that the later one gives to somebody else, or has no more."""
    made = [compare(told.readings[before], told.readings[after]) for after, before in told.versions]
    gone = (one.before for edit in made for one in edit.changes if one.kind in ("reattributed", "removed"))
    return frozenset(id_ for id_ in gone if id_)


def _misquoted(told: Told) -> frozenset[str]:
    """Statements of copies in words that the original has from somebody else: one of the two is wrong, no witness."""
    found: set[str] = set()
    for edge in told.copies:
        first, copied = told.readings[edge.of], told.readings[edge.article]
        if _parties(copied) - _parties(first):
            changes = compare(first, copied).changes
            found.update(one.after for one in changes if one.kind == "reattributed" and one.after)
    return frozenset(found)


def _parties(reading: Reading) -> set[str]:
    return {party for one in reading.statements for party in one.speaker.parties}
