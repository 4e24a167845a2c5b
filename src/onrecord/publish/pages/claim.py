"""A claim: who stands where on it since when, in whose words, and what backs it up."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.judging import Assessment
from onrecord.model import Claim, Copy
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.claim_quotes import MOST_OTHERS, MOST_PARTIES, PartyWords, clipped, fitting, party_words
from onrecord.publish.evidence import Evidence
from onrecord.publish.figure_ranges import FigureRange, figure_ranges
from onrecord.publish.figures_chart import FiguresChart, figures_charts
from onrecord.publish.judged import Decision, about_claim, assessments, on_claim
from onrecord.publish.lanes import Lanes, lanes
from onrecord.publish.origin_ties import first_read, ties
from onrecord.publish.origin_tree import OriginTree, origin_tree
from onrecord.publish.pages.claims import Entry, entry
from onrecord.publish.quotes import Quote, quotes
from onrecord.publish.rendering import render
from onrecord.publish.status_causes import Change, changes
from onrecord.store import article_lists, claim_lists
from onrecord.store import articles as held_articles
from onrecord.store import claims as held_claims
from onrecord.store import copies as held_copies

MOST_NAMES = 60  # parties that are shown without their words


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a claim: its statements, the edges of their articles, the story, the record's last day."""

    evidence: Evidence
    copies: Sequence[Copy] = ()
    versions: Sequence[tuple[str, str]] = ()
    titles: Mapping[str, str] | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What the page of a claim shows. ``named``: parties without their words; ``unshown``: others left out."""

    claim: Claim
    entry: Entry
    lanes: Lanes
    charts: tuple[FiguresChart, ...]
    ranges: tuple[FigureRange, ...]
    parties: tuple[PartyWords, ...]
    named: tuple[PartyWords, ...]
    others: tuple[Quote, ...]
    unshown: int
    origins: OriginTree
    changes: tuple[Change, ...]
    articles: int
    copies: int
    last: str | None
    assessed: Assessment | None = None
    decided: tuple[Decision, ...] = ()


def claim_page(
    conn: sqlite3.Connection, to: Addresses, id_: str, *, given: Sequence[Decision] | None = None
) -> str | None:
    """The page of a claim; None where there is no such claim. ``given``: what people decided, where that is known."""
    claim = held_claims.claim(conn, id_)
    if claim is None:
        return None
    around = gathered(conn, claim)
    carrying = {one.article for one in around.evidence.statements.values()}
    given = about_claim(conn, claim, carrying) if given is None else given
    shown = replace(
        view(claim, around),
        assessed=assessments([claim], given).get(claim.id),
        decided=on_claim(claim, carrying, given),
    )
    return render("claim.html", to, {"view": shown})


def gathered(conn: sqlite3.Connection, claim: Claim) -> Around:
    """What stands around a claim."""
    held = evidence.by_ids(conn, claim.statements)
    firsts = held_articles.by_ids(conn, (one.first_article for one in (*claim.origins, *claim.possible_origins)))
    around = Evidence(held.statements, {**held.articles, **firsts}, held.parties, held.claims)
    return Around(
        evidence=around,
        copies=held_copies.copies_of(conn, held.articles),
        versions=held_copies.versions_of(conn, held.articles),
        titles=claim_lists.titles(conn, [claim.story]),
        until=article_lists.last_day(conn),
    )


def view(claim: Claim, around: Around) -> ClaimView:
    """What the page shows."""
    said = around.evidence
    parties = party_words(claim, said)
    placed = {id_ for position in claim.positions for id_ in position.statements}
    others = quotes((one for one in said.statements.values() if one.id not in placed), said)
    carrying = {one.article for one in said.statements.values()}
    days = [day for day in map(said.day, said.statements.values()) if day]
    return ClaimView(
        claim=claim,
        entry=entry(claim, around.titles or {}),
        lanes=lanes(claim, around.until),
        charts=figures_charts((*claim.figures, *claim.unnamed_figures)),
        ranges=figure_ranges(claim.figures),
        parties=fitting(parties[:MOST_PARTIES]),
        named=parties[MOST_PARTIES:][:MOST_NAMES],
        others=tuple(clipped(one) for one in others[:MOST_OTHERS]),
        unshown=len(others) - len(others[:MOST_OTHERS]),
        origins=_tree(claim, around, carrying),
        changes=changes(claim, said),
        articles=len(carrying),
        copies=len({edge.article for edge in around.copies if edge.article in carrying and edge.relation == "copy"}),
        last=max(days, default=None),
    )


def _tree(claim: Claim, around: Around, carrying: set[str]) -> OriginTree:
    held = ties(claim, around.evidence, around.copies, around.versions)
    return origin_tree(claim, around.evidence, held, first_read(claim, carrying, around.copies))
