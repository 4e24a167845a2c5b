"""Markdown (CommonMark, with GFM's tables): a brief of a claim or a story; of the record, a folder with one a story."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.model import Claim
from onrecord.publish import evidence
from onrecord.publish.brief import Around, claim_brief, foot, story_brief
from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.evidence import Evidence
from onrecord.publish.gathering import Part, as_of, claims_in, part_of, stories_in
from onrecord.publish.json_files import replacing
from onrecord.publish.writing import Written
from onrecord.store import articles
from onrecord.store.opening import snapshot

name = "markdown"
tells = "a brief of a claim or a story, ready to paste"
of = ("claim", "story")


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes the file ``out`` of what is chosen, or the folder ``out`` of the record. Raises OSError, UsageError."""
    only.check(name, of)
    with snapshot(conn):
        if not only.whole:
            _write(out, _lines(conn, part_of(conn, only), only))
            return Written({out: 1})
        count = 0
        for count, story in enumerate(stories_in(conn, part_of(conn, only)), 1):  # noqa: B007
            alone = Chosen(stories=(story.id,), at=only.at)
            _write(out / f"{story.id}.md", _lines(conn, part_of(conn, alone), alone))
    return Written({out: count})


def _lines(conn: sqlite3.Connection, part: Part, only: Chosen) -> Iterator[str]:
    held = list(claims_in(conn, part))
    now = as_of(conn)
    for story in stories_in(conn, part):
        own = [pair for pair in held if pair[0].story == story.id]
        around = Around(_evidence(conn, [claim for claim, _ in own], story.articles), only, now)
        yield from story_brief(story, own, around)
        yield from foot("story", story.id, around)
    for claim, signed in held:
        if claim.id in only.claims:
            around = Around(_evidence(conn, [claim], ()), only, now)
            yield from claim_brief(claim, signed, around)
            yield from foot("claim", claim.id, around)


def _evidence(conn: sqlite3.Connection, claims: Iterable[Claim], more: Iterable[str]) -> Evidence:
    """The statements of the claims, with their articles, those of their origins, and some more."""
    held = list(claims)
    found = evidence.by_ids(conn, (id_ for one in held for id_ in one.statements))
    firsts = (at.first_article for one in held for at in (*one.origins, *one.possible_origins))
    wanted = [*firsts, *(gap.article for one in held for gap in one.headlines), *more]
    others = articles.by_ids(conn, wanted)
    return Evidence(found.statements, {**found.articles, **others}, found.parties, found.claims)


def _write(path: Path, lines: Iterable[str]) -> None:
    with replacing(path) as file:
        file.writelines(f"{line}\n" for line in lines)
