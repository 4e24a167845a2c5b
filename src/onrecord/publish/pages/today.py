"""The front page: what is in dispute, what changed, what is hot, what is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Article, Claim
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import outlet_of
from onrecord.publish.pages.claim import party_words, telling
from onrecord.publish.pages.claims import Entry, entry, weighty
from onrecord.publish.pages.stories import media_topics_of, story_entries
from onrecord.publish.quotes import Quote
from onrecord.publish.rendering import render
from onrecord.publish.words import figure_words, weekday_words
from onrecord.store import articles as held_articles
from onrecord.store import claims as held_claims
from onrecord.store import copies as held_copies
from onrecord.store import statements as held_statements
from onrecord.store import stories as held_stories

DISPUTED, SETTLED, HOT, NEWEST, MOVED, TOPICS = 8, 6, 6, 10, 6, 16
_FOR = ("asserts", "suggests")
_AGAINST = ("denies", "doubts", "no_evidence")


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that a party replaced by another."""

    claim: str
    of: str
    party: str
    before: str
    now: str
    on: str | None


@dataclass(frozen=True, slots=True)
class Lead:
    """The claim on top, with a word for it and a word against it."""

    entry: Entry
    sides: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """The record in numbers."""

    articles: int
    outlets: int
    copies: int
    statements: int
    claims: int


def today_page(conn: sqlite3.Connection, to: Addresses) -> str:
    """The front page."""
    stories = held_stories.stories(conn)
    titles = {story.id: story.title for story in stories}
    claims = weighty(held_claims.claims(conn), {story.id: story.heat for story in stories})
    disputed = [one for one in claims if one.status == "contested"]
    newest = _newest(conn)
    values = {
        "date": weekday_words(newest[0].published.value) if newest else None,
        "counts": _counts(conn, claims),
        "lead": _lead(conn, disputed[0], titles) if disputed else None,
        "disputed": [entry(one, titles) for one in disputed[1:DISPUTED]],
        "disputes": len(disputed),
        "settled": [entry(one, titles) for one in lately_settled(claims)[:SETTLED]],
        "hot": story_entries(conn, stories[:HOT]),
        "media_topics": media_topics_of(stories)[:TOPICS],
        "topics": tuple(dict.fromkeys(topic for story in stories for topic in story.topics))[:TOPICS],
        "moved": figures_that_moved(claims)[:MOVED],
        "newest": [(one, outlet_of(one)) for one in newest],
    }
    return render("today.html", to, values)


def lately_settled(claims: Iterable[Claim]) -> list[Claim]:
    """Claims that were corroborated, denied or taken back, the latest change first."""
    settled = [one for one in claims if one.status in ("corroborated", "withdrawn", "denied")]
    return sorted(settled, key=lambda one: one.status_history[-1].on or "" if one.status_history else "", reverse=True)


def figures_that_moved(claims: Iterable[Claim]) -> list[Moved]:
    """Figures a party replaced, the latest first."""
    found = [moved for claim in claims for moved in _moved(claim)]
    return sorted(found, key=lambda one: one.on or "", reverse=True)


def _moved(claim: Claim) -> list[Moved]:
    held: dict[tuple[str, str, str], list[tuple[str, str | None]]] = {}
    for one in claim.figures:
        said = held.setdefault((one.party, one.unit, one.of), [])
        words = figure_words(one.value, one.high, one.unit, one.bound)
        if not said or said[-1][0] != words:
            said.append((words, one.on))
    return [
        Moved(claim.id, of or claim.wording, party, said[-2][0], *said[-1])
        for (party, _, of), said in held.items()
        if len(said) > 1
    ]


def _lead(conn: sqlite3.Connection, claim: Claim, titles: dict[str, str]) -> Lead:
    parties = party_words(claim, evidence.by_ids(conn, claim.statements))
    sides = []
    for stances in (_FOR, _AGAINST):
        said = [one for party in parties if party.stance in stances for one in party.telling]
        sides += [max(said, key=lambda one: telling(one, claim.wording))] if said else []
    return Lead(entry(claim, titles), tuple(sides))


def _newest(conn: sqlite3.Connection) -> list[Article]:
    """The newest articles, without copies and without versions that have a later one."""
    copies = {edge.article for edge in held_copies.copies(conn) if edge.relation == "copy"}
    replaced = {before for after, before in held_copies.versions(conn) if after not in copies}
    found = held_articles.newest(conn, NEWEST * 4, 0)
    return [one for one in found if one.id not in copies | replaced][:NEWEST]


def _counts(conn: sqlite3.Connection, claims: Sequence[Claim]) -> Counts:
    articles = held_articles.listed(conn)
    return Counts(
        articles=len(articles),
        outlets=len({outlet_of(one) for one in articles}),
        copies=len({edge.article for edge in held_copies.copies(conn) if edge.relation == "copy"}),
        statements=held_statements.counted(conn),
        claims=len(claims),
    )
