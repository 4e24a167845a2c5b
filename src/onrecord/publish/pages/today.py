"""The front page: what is in dispute, what changed, what is hot, what is new."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Claim
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.claim_quotes import clipped, party_words, telling
from onrecord.publish.evidence import outlet_of
from onrecord.publish.pages.claims import Entry, entries, entry
from onrecord.publish.pages.stories import StoryEntry, media_topics
from onrecord.publish.pages.stories import entries as story_entries
from onrecord.publish.quotes import Quote
from onrecord.publish.rendering import render
from onrecord.publish.sample import sample_pages
from onrecord.publish.turns import (
    Moved,
    Turned,
    WalkedBack,
    days_before,
    figures_that_moved,
    turned,
    walked_back,
    words_of,
)
from onrecord.publish.words import day_words, weekday_words
from onrecord.publish.working import working
from onrecord.store import article_lists, claim_lists, story_lists
from onrecord.store import claims as held_claims
from onrecord.store import counts as held_counts
from onrecord.store import statements as held_statements

DISPUTED, SETTLED, TURNED, BACK, HOT, NEWEST, MOVED, TOPICS = 6, 4, 8, 5, 6, 8, 6, 14
WEEK, MONTH = 7, 30  # days before the newest article
_FOR = ("asserts", "suggests")
_AGAINST = ("denies", "doubts", "no_evidence")


@dataclass(frozen=True, slots=True)
class Lead:
    """The claim on top, with a word for it and a word against it."""

    entry: Entry
    sides: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Beat:
    """Articles of one day; ``height`` in pixels."""

    at: int
    height: int
    times: int
    day: str


@dataclass(frozen=True, slots=True)
class Hot:
    """A story with its articles a day in the week up to the record's last day; no beats where that day is unknown."""

    story: StoryEntry
    beats: tuple[Beat, ...]

    @property
    def told(self) -> str:
        """The beats in words."""
        return ", ".join(f"{one.day}: {one.times}" for one in self.beats)


def today_page(conn: sqlite3.Connection, to: Addresses) -> str:
    """The front page."""
    last = article_lists.last_day(conn)
    disputed = _disputed(conn)
    counts = claim_lists.counts(conn)
    values = {
        "date": weekday_words(last) if last else None,
        "counts": held_counts.counts(conn),
        "lead": lead(conn, disputed[0]) if disputed else None,
        "disputed": entries(conn, [one.id for one in disputed[1:]]),
        "disputes": counts.get("contested", 0),
        "turned": _turned(conn, last),
        "since": days_before(last, 1),
        "corroborated": entries(conn, claim_lists.page(conn, SETTLED, 0, status="corroborated", order="change")),
        "walked_back": _walked_back(conn, last),
        "hot": hot(conn, last),
        "media_topics": [name for name, _ in media_topics(conn)[:TOPICS]],
        "topics": [name for name, _ in story_lists.names(conn, TOPICS)],
        "moved": _moved(conn),
        "work": working(conn),
        "sample": sample_pages() is not None,
        "newest": [(one, outlet_of(one)) for one in article_lists.newest_own(conn, NEWEST)],
    }
    return render("today.html", to, values)


def lead(conn: sqlite3.Connection, claim: Claim) -> Lead:
    """A claim with the most telling word for it and against it."""
    parties = party_words(claim, evidence.by_ids(conn, claim.statements))
    sides = []
    for stances in (_FOR, _AGAINST):
        said = [one for party in parties if party.stance in stances for one in party.telling]
        sides += [clipped(max(said, key=lambda one: telling(one, claim.wording)))] if said else []
    return Lead(entry(claim, claim_lists.titles(conn, [claim.story])), tuple(sides))


def hot(conn: sqlite3.Connection, last: str | None) -> list[Hot]:
    """The hottest stories with their articles a day."""
    ids = story_lists.hottest(conn, HOT, 0)
    told = story_lists.tellings(conn, ids)
    return [Hot(one, beats((at.day for at in told.get(one.id, ())), last)) for one in story_entries(conn, ids)]


def beats(days: Iterable[str | None], last: str | None) -> tuple[Beat, ...]:
    """How many of the days are each of the week up to the last; the highest is 16 pixels."""
    week = [days_before(last, back) for back in range(WEEK - 1, -1, -1)]
    counts = Counter(days)
    most = max((counts[day] for day in week if day), default=0)
    if not most:
        return ()
    return tuple(
        Beat(8 * n, -(-16 * counts[day] // most), counts[day], day_words(day)) for n, day in enumerate(week) if day
    )


def _disputed(conn: sqlite3.Connection) -> Sequence[Claim]:
    """Contested claims, those of stories that are not cold first."""
    warm = claim_lists.in_warm_stories(conn, "contested", DISPUTED)
    further = claim_lists.page(conn, DISPUTED, 0, status="contested") if len(warm) < DISPUTED else []
    return held_claims.by_ids(conn, list(dict.fromkeys([*warm, *further]))[:DISPUTED])


def _turned(conn: sqlite3.Connection, last: str | None) -> list[Turned]:
    since = days_before(last, 1)
    ids = claim_lists.changed_since(conn, since, TURNED) if since else []
    return turned(held_claims.by_ids(conn, ids))


def _walked_back(conn: sqlite3.Connection, last: str | None) -> list[WalkedBack]:
    since = days_before(last, MONTH)
    found = claim_lists.taken_back(conn, since, BACK * 2) if since else []
    claims = {one.id: one for one in held_claims.by_ids(conn, (at.claim for at in found))}
    said = {one.id: one for one in held_statements.by_ids(conn, words_of(found, claims))}
    return walked_back(found, claims, said)[:BACK]


def _moved(conn: sqlite3.Connection) -> list[Moved]:
    ids = claim_lists.ended_figures(conn, MOVED * 4)
    return figures_that_moved(held_claims.by_ids(conn, ids))[:MOVED]
