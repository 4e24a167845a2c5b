"""MISP core format: of a claim or a story an event; of the whole record a folder with an event for each story."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.judging import Assessment
from onrecord.model import Claim
from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import Part, as_of, claims_in, part_of, stories_in
from onrecord.publish.json_files import Json, dumped, replacing
from onrecord.publish.rows import day
from onrecord.publish.sharing import claim_attributes, event
from onrecord.publish.writing import Written
from onrecord.store import articles, statements, stories
from onrecord.store.opening import snapshot

name = "misp"
tells = "MISP events, with what was signed as tags of the Admiralty scale"
of = ("claim", "story")

Signed = tuple[Claim, Assessment | None]


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes the file ``out`` of what is chosen, or the folder ``out`` of the record. Raises OSError, UsageError."""
    only.check(name, of)
    with snapshot(conn):
        part = part_of(conn, only)
        if not only.whole:
            _write(out, _event(conn, part, only))
            return Written({out: 1})
        count = 0
        for story in stories_in(conn, part):
            alone = part_of(conn, Chosen(stories=(story.id,), at=only.at))
            if alone.claims:
                _write(out / f"{story.id}.json", _event(conn, alone, Chosen(stories=(story.id,), at=only.at)))
                count += 1
    return Written({out: count})


def _write(path: Path, made: Json) -> None:
    with replacing(path) as file:
        file.write(dumped(made) + "\n")


def _event(conn: sqlite3.Connection, part: Part, only: Chosen) -> Json:
    held = list(claims_in(conn, part))
    titles = [one.title for one in (stories.story(conn, id_) for id_ in only.stories) if one]
    info = titles[0] if titles else held[0][0].wording if held else ""
    days = [at.on for one, _ in held for at in one.status_history if day(at.on)]
    now = as_of(conn)
    attributes = [one for pair in held for one in _attributes(conn, pair, only)]
    key = ("claims", *only.claims, "stories", *only.stories)
    return event(key, info, min((at for at in days if at), default=now[:10]), now, list(_once(attributes)))


def _attributes(conn: sqlite3.Connection, pair: Signed, only: Chosen) -> Iterator[Json]:
    claim, signed = pair
    said = {one.id: one for one in statements.by_ids(conn, claim.statements)}
    held = articles.by_ids(conn, (one.article for one in said.values()))
    return claim_attributes(claim, signed, said, held, only)


def _once(attributes: Iterable[Json]) -> Iterator[Json]:
    """Each value of a type and category once, as MISP holds them in an event."""
    seen: set[tuple[str, str, str]] = set()
    for one in attributes:
        key = (one["category"], one["type"], one["value"])
        if key not in seen:
            seen.add(key)
            yield one
