"""Who has not been heard on a claim, and what the record lacks; only from evidence in the record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.claims.positions import parties_of
from onrecord.model import Origin, Position, Statement

SILENT = frozenset(("other", "no_comment", "conditional"))


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
    statements: Sequence[Statement], positions: Sequence[Position], origins: Sequence[Origin]
) -> tuple[str, ...]:
    """Short fixed sentences, each true of the record as it stands."""
    asserting = [one for one in statements if one.stance == "asserts"]
    found = []
    if not asserting:
        found.append("Nobody in the record asserts it.")
    elif not any(parties_of(one) for one in asserting):
        found.append("Only unnamed sources assert it.")
    if len(origins) == 1 and len({row.party for row in positions}) == 1:
        found.append("Nobody but the party that asserts it has taken a position.")
    if len(origins) == 1:
        found.append("No second party has shown knowledge of its own.")
    if statements and all(one.relay for one in statements):
        found.append("It is known only through other outlets.")
    if not any(one.kind in ("direct", "mixed") for one in asserting) and asserting:
        found.append("Nobody is quoted asserting it in their own words.")
    return tuple(found)
