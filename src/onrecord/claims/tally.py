"""A group of statements as a claim: wording, positions, status, figures, gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.claims.figures import claim_figures, unnamed_figures
from onrecord.claims.gaps import Around, missing, not_heard
from onrecord.claims.headlines import headline_gaps
from onrecord.claims.positions import day_of, positions
from onrecord.claims.status import status_history
from onrecord.claims.wording import wording
from onrecord.model import Claim, Origin, Statement, content_id


@dataclass(frozen=True, slots=True)
class Known:
    """What other stages found out about a claim: its story, its origins, the reports that add none.

    ``headlines`` and ``outlets``: {article: its headline}, {article: its outlet}, where there is one.
    """

    story: str
    origins: tuple[Origin, ...] = ()
    possible: tuple[Origin, ...] = ()
    collapsed: tuple[str, ...] = ()
    headlines: Mapping[str, str] = field(default_factory=dict)
    outlets: Mapping[str, str] = field(default_factory=dict)


def tally(
    statements: Sequence[Statement],
    known: Known,
    published: Mapping[str, str],
    names: Mapping[str, frozenset[str]],
) -> Claim:
    """The claim that a group of statements makes; its id is that of its earliest statement by day and id."""
    said = sorted(statements, key=lambda one: (day_of(one, published) or "", one.id))
    stands = positions(said, published)
    final = {row.party: row.stance for row in stands}
    holding = [party for party, stance in final.items() if stance == "asserts"]
    changes = status_history(said, stands, [one.party for one in known.origins], published)
    words = wording(said, published, holding=holding)
    unheard = not_heard(said, names, stands)
    around = Around(published, known.outlets)
    return Claim(
        id=content_id("claim", said[0].id),
        story=known.story,
        wording=words,
        status=changes[-1].value if changes else "reported",
        status_history=changes,
        statements=tuple(one.id for one in said),
        positions=stands,
        origins=known.origins,
        possible_origins=known.possible,
        collapsed=known.collapsed,
        figures=claim_figures(said, published, wording=words),
        unnamed_figures=unnamed_figures(said, published),
        headlines=headline_gaps(said, known.headlines),
        not_heard=unheard,
        missing=missing(said, stands, known.origins, unheard=unheard, around=around),
    )
