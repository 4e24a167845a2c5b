"""A story: what is agreed, disputed, walked back, who stands where, day by day; and its long lists, in pages."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Story, Toll
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import outlet_of
from onrecord.publish.figure_ranges import FigureRange, figure_ranges
from onrecord.publish.pages.claims import Entry, entry
from onrecord.publish.pages.stories import StoryEntry, entries
from onrecord.publish.paging import Paged, paged
from onrecord.publish.pulse import Pulse, pulse
from onrecord.publish.rendering import render
from onrecord.publish.story_days import Bundle, Day, bundles, chunks, days, latest, turns, version_edges
from onrecord.publish.story_matrix import Matrix, matrix
from onrecord.publish.story_sides import Back, sides
from onrecord.store import articles as held_articles
from onrecord.store import claims as held_claims
from onrecord.store import copies as held_copies
from onrecord.store import sketches, story_lists
from onrecord.store import stories as held_stories
from onrecord.store.articles import Listed
from onrecord.store.story_claims import Brief, brief
from onrecord.stories.heat import Heat, parts

LOOKED_AT = 100  # claims that the page of a story is made from, the weightiest
TOLD = 80  # articles and changes that it tells day by day, the last ones
FIGURES = 10
RELATED = 6
ARTICLES, CLAIMS = 150, 30  # on a page of the long lists


@dataclass(frozen=True, slots=True)
class Revised:
    """The standing figures of one thing in one claim."""

    claim: Claim
    range: FigureRange


@dataclass(frozen=True, slots=True)
class TollView:
    """What the last article with a figure says and its outlet; ``before``: those that gave other figures."""

    last: Toll
    outlet: str
    before: tuple[tuple[Toll, str], ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """What the page of a story shows. ``claims``: all of them; ``looked_at``: those that are told of here."""

    story: Story
    entry: StoryEntry
    heat: Heat
    newest: str | None
    claims: int
    looked_at: int
    agreed: tuple[Entry, ...]
    disputed: tuple[Entry, ...]
    withdrawn: tuple[Entry, ...]
    others: tuple[Entry, ...]
    back: tuple[Back, ...]
    toll: TollView | None
    figures: tuple[Revised, ...]
    matrix: Matrix | None
    pulse: Pulse | None
    days: tuple[Day, ...]
    all_days: int
    related: tuple[StoryEntry, ...]


def story_page(conn: sqlite3.Connection, to: Addresses, id_: str) -> str | None:
    """The page of a story; None where there is no such story."""
    story = held_stories.story(conn, id_)
    return render("story.html", to, {"view": _view(conn, story), "story": story}) if story else None


def story_articles_page(conn: sqlite3.Connection, to: Addresses, id_: str, *, page: str = "") -> str | None:
    """All the articles of a story by day, copies folded under their originals; None where there is no such story."""
    story = held_stories.story(conn, id_)
    if story is None:
        return None
    told = chunks(_bundles(conn, story, _listed(conn, story)), ARTICLES)
    at = paged(page, len(told), size=1)
    shown = days(told[at.number - 1], ())
    return render("story_articles.html", to, {"story": story, "days": shown, "at": at})


def story_claims_page(
    conn: sqlite3.Connection, to: Addresses, id_: str, *, status: str = "", page: str = ""
) -> str | None:
    """All the claims of a story, or those of a status, weightiest first; None where there is no such story."""
    story = held_stories.story(conn, id_)
    if story is None:
        return None
    every = brief(conn, story.id)
    counts = Counter(one.status for one in every)
    wanted = status if status in counts else ""
    some = [one for one in every if not wanted or one.status == wanted]
    at = paged(page, len(some), size=CLAIMS)
    values = {
        "story": story,
        "entries": [entry(one, {}) for one in _loaded(conn, some[at.offset : at.offset + at.size])],
        "counts": counts,
        "every": len(every),
        "status": wanted,
        "at": at,
    }
    return render("story_claims.html", to, values)


def long_lists(conn: sqlite3.Connection, story: Story) -> tuple[Paged, Mapping[str, Paged]]:
    """The pages of its articles, and {status: pages of its claims}, "" for those of all of them."""
    told = chunks(_bundles(conn, story, _listed(conn, story)), ARTICLES)
    counts = Counter(one.status for one in brief(conn, story.id))
    claims = {"": sum(counts.values()), **counts}
    return paged("", len(told), size=1), {key: paged("", times, size=CLAIMS) for key, times in claims.items()}


def toll(story: Story, outlets: Mapping[str, str]) -> TollView | None:
    """Killed and injured as last told; None where no article gives a figure. ``outlets`` by article."""
    by_outlet = [(one, outlets[one.article]) for one in story.tolls if one.article in outlets]
    if not by_outlet:
        return None
    last, outlet = by_outlet[-1]
    told = {(one.killed, one.injured): (one, outlet) for one, outlet in reversed(by_outlet[:-1])}
    before = tuple(pair for figures, pair in told.items() if figures != (last.killed, last.injured))
    return TollView(last, outlet, tuple(reversed(before)))


def _view(conn: sqlite3.Connection, story: Story) -> StoryView:
    every, listed = brief(conn, story.id), _listed(conn, story)
    claims = _loaded(conn, every[:LOOKED_AT])
    outlets = {id_: outlet_of(one) for id_, one in listed.items()}
    told, parted = _bundles(conn, story, listed), sides(claims)
    in_order = days(told, turns(story, claims, outlets))
    newest = sketches.newest(conn)
    return StoryView(
        story=story,
        entry=entries(conn, [story.id])[0],
        heat=parts(story_lists.days_of(conn, story.id), newest),
        newest=newest,
        claims=len(every),
        looked_at=len(claims),
        agreed=_entries(parted.agreed),
        disputed=_entries(parted.disputed),
        withdrawn=_entries([one for one in parted.withdrawn if one.id not in {at.claim for at in parted.back}]),
        others=_entries(parted.others),
        back=parted.back,
        toll=toll(story, outlets),
        figures=_revised(claims),
        matrix=matrix(claims),
        pulse=pulse(Counter(one.day for one in listed.values()).items()),
        days=tuple(latest(in_order, TOLD)),
        all_days=len(in_order),
        related=tuple(entries(conn, story.related[:RELATED])),
    )


def _entries(claims: Sequence[Claim]) -> tuple[Entry, ...]:
    return tuple(entry(one, {}) for one in claims)


def _revised(claims: Sequence[Claim]) -> tuple[Revised, ...]:
    """Figures of which several differ, those that contradict each other first."""
    found = (Revised(one, at) for one in claims for at in figure_ranges(one.figures) if at.low != at.high)
    return tuple(sorted(found, key=lambda one: not one.range.conflicts)[:FIGURES])


def _listed(conn: sqlite3.Connection, story: Story) -> dict[str, Listed]:
    return held_articles.listed_by_ids(conn, story.articles)


def _bundles(conn: sqlite3.Connection, story: Story, listed: Mapping[str, Listed]) -> list[Bundle]:
    edges = held_copies.copies_of(conn, story.articles)
    return bundles(listed, [*edges, *version_edges(held_copies.versions_of(conn, story.articles))])


def _loaded(conn: sqlite3.Connection, some: Sequence[Brief]) -> list[Claim]:
    return held_claims.by_ids(conn, (one.id for one in some))
