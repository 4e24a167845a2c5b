"""A claim: who stands where on it since when, in whose words, and what backs it up."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.judging import Assessment
from onrecord.model import Article, Claim, Copy, Origin, Position
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import Evidence, outlet_of
from onrecord.publish.figure_ranges import FigureRange, figure_ranges
from onrecord.publish.figures_chart import FiguresChart, figures_charts
from onrecord.publish.judged import Decision, assessments, on_claim, standing
from onrecord.publish.lanes import Lanes, lanes, positions_by_party
from onrecord.publish.pages.claims import Entry, entry
from onrecord.publish.quotes import Quote, quotes
from onrecord.publish.rendering import render
from onrecord.store import articles as held_articles
from onrecord.store import claims as held_claims
from onrecord.store import copies as held_copies
from onrecord.store import stories as held_stories

TELLING = 2
ENOUGH = 160  # characters: beyond them a longer quotation tells no more
SHARED = 3  # words: beyond them more of the claim's own make it no better


@dataclass(frozen=True, slots=True)
class PartyWords:
    """A party, where it stands now, how it got there, and its words: the telling ones, and the rest latest first."""

    party: str
    stance: str
    since: str | None
    before: tuple[Position, ...]
    telling: tuple[Quote, ...]
    further: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class OriginShown:
    """An origin with the article in which it was first heard."""

    party: str
    why: str
    article: str
    outlet: str
    headline: str
    day: str | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What the page of a claim shows."""

    claim: Claim
    entry: Entry
    lanes: Lanes
    charts: tuple[FiguresChart, ...]
    ranges: tuple[FigureRange, ...]
    parties: tuple[PartyWords, ...]
    others: tuple[Quote, ...]
    origins: tuple[OriginShown, ...]
    possible_origins: tuple[OriginShown, ...]
    articles: int
    copies: int
    last: str | None
    assessed: Assessment | None = None
    decided: tuple[Decision, ...] = ()


def claim_page(conn: sqlite3.Connection, to: Addresses, id_: str) -> str | None:
    """The page of a claim; None where there is no such claim."""
    claim = held_claims.claim(conn, id_)
    if claim is None:
        return None
    story = held_stories.story(conn, claim.story) if claim.story else None
    titles = {story.id: story.title} if story else {}
    held = evidence.by_ids(conn, claim.statements)
    firsts = held_articles.by_ids(conn, (one.first_article for one in (*claim.origins, *claim.possible_origins)))
    around = Evidence(held.statements, {**held.articles, **firsts}, held.parties, held.claims)
    newest = held_articles.newest(conn, 1, 0)
    until = newest[0].published.value if newest else None
    shown = view(claim, around, held_copies.copies(conn), titles, until=until)
    given = standing(conn)
    assessed = assessments([claim], given).get(claim.id)
    shown = replace(shown, assessed=assessed, decided=on_claim(claim, around.articles, given))
    return render("claim.html", to, {"view": shown})


def view(
    claim: Claim, around: Evidence, copies: Sequence[Copy], titles: Mapping[str, str], *, until: str | None
) -> ClaimView:
    """What the page shows. ``titles``: of stories by id; ``until``: the day to which the record goes."""
    parties = party_words(claim, around)
    placed = {id_ for position in claim.positions for id_ in position.statements}
    carrying = {one.article for one in around.statements.values()}
    said = [day for day in map(around.day, around.statements.values()) if day]
    return ClaimView(
        claim=claim,
        entry=entry(claim, titles),
        lanes=lanes(claim, until),
        charts=figures_charts((*claim.figures, *claim.unnamed_figures)),
        ranges=figure_ranges(claim.figures),
        parties=parties,
        others=quotes((one for one in around.statements.values() if one.id not in placed), around),
        origins=tuple(_origin(one, around.articles) for one in claim.origins),
        possible_origins=tuple(_origin(one, around.articles) for one in claim.possible_origins),
        articles=len(carrying),
        copies=len({edge.article for edge in copies if edge.article in carrying and edge.relation == "copy"}),
        last=max(said, default=None),
    )


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


def telling_of(every: Sequence[Quote], stance: str, wording: str) -> tuple[Quote, ...]:
    """The few quotations that best show a standing position, in order of day."""
    fitting = [one for one in every if one.stance == stance] or list(every)
    best = sorted(fitting, key=lambda one: telling(one, wording), reverse=True)[:TELLING]
    return tuple(one for one in every if one in best)


def telling(one: Quote, wording: str) -> tuple[int, bool, int]:
    """How well a quotation shows its speaker on a claim: in its words (not just its heading), own words, at length."""
    shared = set() if one.words == wording else _words(one.words) & _words(wording)
    return min(len(shared), SHARED), one.direct, min(len(one.words), ENOUGH)


def _words(text: str) -> set[str]:
    """The words of four letters and more, by their first five letters: "troops" as "troop"."""
    return {word[:5] for word in re.findall(r"\w{4,}", text.casefold())}


def _origin(origin: Origin, articles: Mapping[str, Article]) -> OriginShown:
    article = articles.get(origin.first_article)
    outlet, headline, day = (
        (outlet_of(article), article.headline, article.published.value) if article else ("", "", None)
    )
    return OriginShown(origin.party, origin.why, origin.first_article, outlet, headline, day)
