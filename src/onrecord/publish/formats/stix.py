"""STIX 2.1 (OASIS): a bundle of reports, notes, identities, and who stands where as relationships with their time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from onrecord.judging import Assessment
from onrecord.model import Claim
from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import Part, as_of, claims_in, part_of, stories_in
from onrecord.publish.json_files import Json, write_list
from onrecord.publish.threat import (
    Moments,
    claim_objects,
    identity,
    opinion_objects,
    stamp,
    stix_id,
    story_report,
)
from onrecord.publish.writing import Written
from onrecord.store import articles, claims, pages, statements
from onrecord.store.opening import snapshot

name = "stix"
tells = "STIX 2.1, a bundle"
of = ("claim", "story")


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes the file ``out``. Raises OSError, UsageError."""
    only.check(name, of)
    wanted = ("claims", *only.claims, "stories", *only.stories)
    with snapshot(conn):
        head = {"type": "bundle", "id": stix_id("bundle", as_of(conn), *wanted)}
        return Written({out: write_list(out, head, "objects", _once(_objects(conn, part_of(conn, only), only)))})


def _objects(conn: sqlite3.Connection, part: Part, only: Chosen) -> Iterator[Json]:
    now = stamp(as_of(conn))
    yield identity("software", "onrecord")
    for claim, signed in claims_in(conn, part):
        yield from _of_claim(conn, claim, signed, now, only=only)
    for story in stories_in(conn, part):
        held = [one.id for one in claims.of_story(conn, story.id)]
        if held:
            yield story_report(story.id, story.title, held, Moments(_first(conn, story.articles), now))


def _of_claim(
    conn: sqlite3.Connection, claim: Claim, signed: Assessment | None, now: str, *, only: Chosen
) -> Iterator[Json]:
    said = statements.by_ids(conn, claim.statements)
    held = articles.by_ids(conn, (one.article for one in said))
    when = Moments(_first(conn, [one.article for one in said[:1]]), now)
    yield from claim_objects(claim, held, {one.id: one.confidence for one in said}, when, only)
    if signed:
        yield from opinion_objects(claim, signed, when)


def _first(conn: sqlite3.Connection, ids: tuple[str, ...] | list[str]) -> str:
    """When the first of the articles came in."""
    held = articles.by_ids(conn, ids)
    evidence = pages.evidence(conn, (one.digest for one in held.values()))
    came = [one.captures[0].added for one in evidence.values() if one.captures]
    return stamp(min(came, default=None))


def _once(objects: Iterator[Json]) -> Iterator[Json]:
    """Each object once: an identity may stand behind many claims."""
    seen: set[str] = set()
    for one in objects:
        if one["id"] not in seen:
            seen.add(one["id"])
            yield one
