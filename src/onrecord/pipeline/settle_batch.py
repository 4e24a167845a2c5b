"""A few articles into what is settled already: only what they are near to is looked at again.

What it comes to is the same as settling everything at once, in whatever order articles come and go.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from onrecord import origins, stories
from onrecord.model import Article, Decided
from onrecord.parties import Voice, settle_names, voice
from onrecord.pipeline import settle_blocks, settle_copies, settle_told
from onrecord.pipeline.settle_judged import names_digest
from onrecord.pipeline.settle_names import names_anew
from onrecord.store import articles, copies, overlaps, party_merges, sketches, statements, tallies, touched, voices
from onrecord.store.sketches import Sketched

PARTIES, NAMES = "parties", "names"  # marks: by which word parties are settled; that names are counted


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out of the index (rows as they were) and put into it, and whose partners changed with that.

    ``turned``: they may have new partners; ``thinned``: they may only have lost some.
    ``near``: the articles that repeated, or were repeated by, what was taken out. ``spoken``: whether anybody is named
    otherwise, or oftener or less often, than before.
    """

    out: tuple[Sketched, ...]
    into: frozenset[str]
    turned: frozenset[str]
    thinned: frozenset[str]
    near: frozenset[str]
    spoken: bool


def settle_batch(conn: sqlite3.Connection, several: Sequence[str], decided: Decided) -> None:
    """Settles articles that were read, read otherwise, or are shown no more; inside a transaction."""
    newest = sketches.newest(conn)
    taken = _taken(conn, several)
    moved = _edges_anew(conn, taken, decided)
    named = _parties_anew(conn, decided, spoken=taken.spoken) | taken.into
    settle_told.name_anew(conn, sorted(named))
    groups = _groups_anew(conn, taken, moved)
    settle_told.tell_anew(conn, groups, frozenset(several) | moved | named, decided)
    settle_told.warm_anew(conn, sketches.newest(conn), newest)
    touched.done(conn, several)
    if not touched.counted(conn) and tallies.mark(conn, NAMES) is None:
        names_anew(conn)
        tallies.set_mark(conn, NAMES, "counted")


def _taken(conn: sqlite3.Connection, several: Sequence[str]) -> Taken:
    shown = articles.shown(conn, several)
    before = sketches.sketches(conn, several)
    rows = {one: _sketched(held) for one in sorted(shown) if (held := articles.article(conn, one))}
    prints = {found for row in (*before.values(), *rows.values()) for found in row.prints}
    was = settle_copies.crowds(conn, prints)
    near = _left(conn, before)
    spoken = False
    for one in several:
        sketches.drop_sketch(conn, one)
        spoken |= voices.keep_voices(conn, one, _voices(conn, one) if one in rows else {})
    for row in rows.values():
        sketches.keep_sketch(conn, row)
    several_turned = settle_copies.turned(was, settle_copies.crowds(conn, prints))
    turned, thinned = (frozenset(sketches.names(conn, one).values()) for one in several_turned)
    return Taken(tuple(before.values()), frozenset(rows), turned, thinned, near, spoken)


def _left(conn: sqlite3.Connection, before: Collection[str]) -> frozenset[str]:
    """Takes articles out of all copies and versions; gives those that were at the other ends."""
    edges, pairs = copies.copies_of(conn, before), copies.versions_of(conn, before)
    shared = overlaps.overlaps(conn, before)
    copies.drop_copies(conn, edges)
    copies.drop_versions(conn, pairs)
    overlaps.drop_overlaps(conn, shared)
    ends = [(one.article, one.of) for one in edges] + [(one.article, one.of) for one in shared]
    return frozenset(one for pair in (*ends, *pairs) for one in pair)


def _voices(conn: sqlite3.Connection, article: str) -> Counter[voices.Named]:
    return Counter[voices.Named](voice(one) for one in statements.of_article(conn, article))


def _sketched(article: Article) -> Sketched:
    sketch, profile = origins.sketch(article), stories.profile(article)
    return Sketched(
        article.id,
        sketch.address,
        sketch.home,
        sketch.late,
        len(article.text),
        sketch.prints,
        article.published.day,
        profile.day,
        profile.terms,
        profile.portrait,
    )


def _edges_anew(conn: sqlite3.Connection, taken: Taken, decided: Decided) -> frozenset[str]:
    """Copies and versions of what was taken, and of what that reaches; gives all articles whose edges changed."""
    compared = settle_copies.overlap_anew(conn, taken.into | taken.turned)
    compared |= settle_copies.thin_out(conn, taken.thinned - taken.into - taken.turned)
    reached = taken.into | taken.near | compared
    at = {other for row in taken.out for other in sketches.at_address(conn, row.address)}
    reordered = settle_copies.chain_anew(conn, _held(conn, reached | at))
    mates = {side for one in overlaps.overlaps(conn, reordered) for side in (one.article, one.of)}
    return taken.near | reordered | settle_copies.copy_anew(conn, reached | reordered | mates, decided)


def _held(conn: sqlite3.Connection, several: Iterable[str]) -> set[str]:
    return sketches.known(conn, several)


def _parties_anew(conn: sqlite3.Connection, decided: Decided, *, spoken: bool) -> frozenset[str]:
    """Settles the parties of all voices; gives the articles in which one is settled otherwise than before.

    They come of the voices and of people's word on names alone: where both are as they were, so are they.
    """
    word = names_digest(decided)
    if not spoken and tallies.mark(conn, PARTIES) == word:
        return frozenset()
    tallies.set_mark(conn, PARTIES, word)
    tallies.drop_mark(conn, NAMES)
    voices.drop_silent(conn)
    held = list(voices.voices(conn))
    now = settle_names({Voice(*one): times for one, times, _ in held}, names=decided.names)
    found = ((one, now.parties.get(Voice(*one)), was) for one, _, was in held)
    changed = {one: party for one, party, was in found if party != was}
    voices.keep_parties(conn, changed)
    party_merges.keep_merges(conn, now.merges)
    return frozenset(voices.articles_of(conn, changed))


def _groups_anew(conn: sqlite3.Connection, taken: Taken, moved: frozenset[str]) -> set[frozenset[str]]:
    """The articles by event where something changed, with all their copies and versions."""
    out = [row for row in taken.out if row.standing]
    into: list[str] = []
    stand: set[str] = set()
    for bundle in settle_copies.bundles(conn, _held(conn, taken.into | moved)):
        rows = sketches.sketches(conn, bundle)
        first = max((row.size, row.article) for row in rows.values())[1]
        stand.add(first)
        for row in rows.values():
            if row.standing != (row.article == first):
                sketches.stand(conn, row.article, standing=row.article == first)
                out += [row] if row.standing else []
                into += [] if row.standing else [row.article]
    linked = settle_blocks.link_anew(conn, out, into)
    groups = settle_blocks.regrouped(conn, linked | stand)
    return {frozenset(one for bundle in settle_copies.bundles(conn, group) for one in bundle) for group in groups}
