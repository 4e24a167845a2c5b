"""ninjs 3.1 (IPTC News in JSON): an article a news object; of one article a file, else a folder with a file for each.

ninjs wants moments where a record may know a day only: then the day of publication is a description in that role.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.model import Article, Copy, Topic
from onrecord.publish.addresses import outside
from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import Read, part_of, read_in
from onrecord.publish.json_files import Json, dumped, known, replacing
from onrecord.publish.linked import MEDIA_TOPICS
from onrecord.publish.naming import urn
from onrecord.publish.words import relation_word, short
from onrecord.publish.writing import Written
from onrecord.store import articles, copies, pages
from onrecord.store.articles import Listed
from onrecord.store.opening import snapshot
from onrecord.store.pages import Kept
from onrecord.stories import media_topics

name = "ninjs"
tells = "IPTC News in JSON 3.1, an article a file"
of = ("article", "claim", "story")

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
_NO_HEADLINE = "no headline"


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes the file or folder ``out``. Raises OSError."""
    alone = len(only.articles) == 1 and not only.claims and not only.stories
    files: dict[Path, int] = {}
    with snapshot(conn):
        for read in read_in(conn, part_of(conn, only)):
            path = out if alone else out / f"{read.article.id}.json"
            with replacing(path) as file:
                file.write(dumped(_object(conn, read)) + "\n")
            files[path] = 1
    return Written(files if alone else {out: len(files)})


def news_object(read: Read, capture: Kept | None, edges: Sequence[tuple[Copy, Listed]]) -> Json:
    """An article as a ninjs object; ``edges``: the articles that it repeats."""
    one = read.article
    return known(
        {
            "uri": urn("article", one.id),
            "type": "text",
            "representationType": "full",
            "standard": STANDARD,
            "version": one.digest,
            "versionCreated": capture.added if capture else None,
            "language": one.language,
            "headlines": [{"role": "main", "contentType": "text/plain", "value": one.headline}] if one.headline else [],
            "bodies": [_body(one)],
            "descriptions": list(_descriptions(one)),
            "by": ", ".join(one.byline),
            "located": one.dateline,
            "people": _people(read),
            "organisations": _organisations(read),
            "subjects": [_subject(topic) for topic in media_topics(one)],
            "infoSources": list(_sources(one)),
            "associations": [_association(edge, other) for edge, other in edges],
            "altIds": list(_ids(one)),
        }
    )


def _object(conn: sqlite3.Connection, read: Read) -> Json:
    one = read.article
    evidence = pages.evidence(conn, [one.digest]).get(one.digest)
    edges = [edge for edge in copies.copies_of(conn, [one.id]) if edge.article == one.id]
    held = articles.listed_by_ids(conn, [edge.of for edge in edges])
    return news_object(
        read,
        evidence.behind(one.url) if evidence else None,
        [(edge, held[edge.of]) for edge in edges if edge.of in held],
    )


def _body(one: Article) -> Json:
    words = len(one.text.split())
    counts = {"charCount": len(one.text), "wordCount": words}
    return {"role": "main", "contentType": "text/plain", **counts, "value": one.text}


def _descriptions(one: Article) -> Iterator[Json]:
    if one.published.value:
        yield {"role": "published", "contentType": "text/plain", "value": one.published.value}
    for note in one.notes:
        yield {"role": note.kind, "contentType": "text/plain", "value": note.text}


def _people(read: Read) -> list[Json]:
    """Who wrote it and who speaks in it, each once."""
    spoke = [told.statement.speaker.name for told in read.told if told.statement.speaker.name]
    parties = {told.party for told in read.told}
    wrote = [{"name": name, "rel": "author"} for name in read.article.byline]
    return wrote + [{"name": name, "rel": "quoted"} for name in dict.fromkeys(spoke) if name and name not in parties]


def _organisations(read: Read) -> list[Json]:
    parties = dict.fromkeys(told.party for told in read.told if told.party)
    return [{"name": party, "rel": "quoted", "uri": urn("party", party)} for party in parties if party]


def _subject(topic: Topic) -> Json:
    address = MEDIA_TOPICS + topic.code.removeprefix("medtop:")
    return {"name": topic.name, "uri": address, "literal": topic.code, "creator": "onrecord"}


def _sources(one: Article) -> Iterator[Json]:
    if one.outlet:
        yield {"name": one.outlet, "role": "publisher", "uri": urn("outlet", one.outlet)}
    if one.agency:
        yield {"name": one.agency, "role": "agency", "uri": urn("outlet", one.agency)}


def _association(edge: Copy, other: Listed) -> Json:
    called = short(other.headline) or _NO_HEADLINE
    return {"name": called, "uri": urn("article", other.id), "rel": relation_word(edge.relation), "edNote": edge.why}


def _ids(one: Article) -> Iterator[Json]:
    for role, value in (("url", outside(one.url)), ("canonical", outside(one.canonical)), ("sha256", one.digest)):
        if value:
            yield {"role": role, "value": value}
