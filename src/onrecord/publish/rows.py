"""The rows of the tables: plain values, days as dates and moments as datetimes of UTC, None for what is unknown."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from onrecord.judging import Assessment
from onrecord.model import Article, Claim, ClaimFigure, Copy, Figure, Passage, Statement, Story, Topic, When
from onrecord.publish import versions
from onrecord.publish.gathering import Part, Told, claims_in, read_in, stories_in
from onrecord.publish.record_json import first_copies
from onrecord.store import copies, pages
from onrecord.store.pages import Evidence
from onrecord.stories import media_topics

Row = dict[str, Any]
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def table_rows(conn: sqlite3.Connection, part: Part) -> Iterator[tuple[str, Row]]:
    """(table, row) of everything in a part of the record; each table's rows in order."""
    held = set(part.articles)
    edges = [one for one in copies.copies(conn) if one.article in held]
    copied, before = first_copies(edges), versions.before(conn)
    for read in read_in(conn, part):
        evidence = pages.evidence(conn, [read.article.digest]).get(read.article.digest)
        row = article_row(read.article, evidence)
        yield "articles", row | {"copy_of": copied.get(read.article.id), "version_of": before.get(read.article.id)}
        yield from (("furniture", one) for one in furniture_rows(read.article))
        for told in read.told:
            yield "statements", statement_row(told)
            yield from (("figures", one) for one in figure_rows(told.statement))
    for claim, assessed in claims_in(conn, part):
        yield "claims", claim_row(claim, assessed)
        yield from _of_claim(claim)
    yield from (("copies", copy_row(one)) for one in edges)
    yield from (("stories", story_row(one)) for one in stories_in(conn, part))


def article_row(one: Article, evidence: Evidence | None) -> Row:
    """A row of "articles"; copy_of and version_of are known only where articles have been compared."""
    first = evidence.behind(one.url) if evidence else None
    return {
        "id": one.id,
        "url": one.url,
        "canonical": one.canonical,
        "outlet": one.outlet,
        "headline": one.headline or None,
        "byline": list(one.byline),
        "agency": one.agency,
        "dateline": one.dateline,
        "language": one.language,
        **_when("published", one.published),
        "section": one.section,
        "text": one.text,
        "parts": [
            {"kind": at.kind, "start": at.span.start, "end": at.span.end, "time": at.time, "author": at.author}
            for at in one.parts
        ],
        "notes": [{"kind": at.kind, "text": at.text} for at in one.notes],
        "signals": [{"kind": at.kind, "why": at.why} for at in one.signals],
        "media_topics": [_topic(at) for at in media_topics(one)],
        "input": one.input,
        "input_id": one.input_id,
        "page": one.digest,
        "page_size": evidence.size if evidence else None,
        "fetched": moment(first.capture.fetched) if first else None,
        "added": moment(first.added) if first else None,
        "copy_of": None,
        "version_of": None,
    }


def furniture_rows(one: Article) -> Iterator[Row]:
    """Rows of "furniture": an item of a block each; a block without items is one row."""
    for block, held in enumerate(one.furniture):
        head = {"article": one.id, "block": block, "kind": held.kind, "heading": held.heading or None}
        if not held.items:
            yield head | {"item": None, "headline": None, "teaser": None, "url": None}
        for item, at in enumerate(held.items):
            yield head | {"item": item, "headline": at.headline, "teaser": at.teaser, "url": at.url}


def statement_row(told: Told) -> Row:
    """A row of "statements"."""
    one = told.statement
    return {
        "id": one.id,
        "article": one.article,
        "claim": told.claim,
        "kind": one.kind,
        "content": _passage(one.content),
        "cue": _passage(one.cue),
        "source": _passage(one.source),
        "speaker": one.speaker.name,
        "role": one.speaker.role,
        "party": told.party,
        "speaker_confidence": one.speaker.confidence,
        "speaker_why": one.speaker.why,
        "relay": list(one.relay),
        "stance": one.stance,
        "hedges": list(one.hedges),
        "basis": list(one.basis),
        "confidence": one.confidence,
        **_when("said_on", one.said_on),
        "figures": [_figure(at) for at in one.figures],
    }


def figure_rows(one: Statement) -> Iterator[Row]:
    """Rows of "figures"."""
    for n, at in enumerate(one.figures):
        yield {"statement": one.id, "article": one.article, "figure": n, **_figure(at)}


def claim_row(one: Claim, assessed: Assessment | None) -> Row:
    """A row of "claims"."""
    signed = assessed.judgement if assessed else None
    return {
        "id": one.id,
        "story": one.story or None,
        "wording": one.wording,
        "status": one.status,
        "status_history": [{"on": at.on, "value": at.value} for at in one.status_history],
        "statements": list(one.statements),
        "collapsed": list(one.collapsed),
        "not_heard": list(one.not_heard),
        "missing": list(one.missing),
        "headlines": [{name: getattr(at, name) for name in at.__dataclass_fields__} for at in one.headlines],
        "assessment_source": assessed.letter if assessed else None,
        "assessment_information": assessed.digit if assessed else None,
        "assessed_by": signed.by if signed else None,
        "assessed_at": moment(signed.at) if signed else None,
        "assessed_why": (signed.why or None) if signed else None,
        "assessment_stale": bool(assessed.changed) if assessed else None,
    }


def copy_row(one: Copy) -> Row:
    """A row of "copies"."""
    return {"article": one.article, "of": one.of, "relation": one.relation, "why": one.why}


def story_row(one: Story) -> Row:
    """A row of "stories"."""
    return {
        "id": one.id,
        "title": one.title,
        "heat": one.heat,
        "articles": list(one.articles),
        "topics": list(one.topics),
        "related": list(one.related),
        "media_topics": [_topic(at) for at in one.media_topics],
        "tolls": [
            {"killed": at.killed, "injured": at.injured, "article": at.article, "on": at.on, "words": list(at.words)}
            for at in one.tolls
        ],
    }


def day(value: str | None) -> date | None:
    """YYYY-MM-DD as a date; None where less is known."""
    try:
        return date.fromisoformat(value) if value and _DAY.fullmatch(value) else None
    except ValueError:
        return None


def moment(value: str | None) -> datetime | None:
    """A moment in ISO 8601 as a datetime of UTC, in whole seconds; None where it is none."""
    try:
        told = datetime.fromisoformat(value or "")
    except ValueError:
        return None
    return (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)


def _of_claim(one: Claim) -> Iterator[tuple[str, Row]]:
    for n, at in enumerate(one.positions):
        row = {"claim": one.id, "position": n, "party": at.party, "stance": at.stance}
        yield "positions", row | {"on": day(at.on), "on_value": at.on, "statements": list(at.statements)}
    told = [(False, at) for at in one.origins] + [(True, at) for at in one.possible_origins]
    for n, (possible, origin) in enumerate(told):
        named = {"party": origin.party, "first_article": origin.first_article, "why": origin.why}
        yield "origins", {"claim": one.id, "origin": n, "possible": possible, **named}
    for n, figure in enumerate((*one.figures, *one.unnamed_figures)):
        yield "claim_figures", {"claim": one.id, "figure": n, **_claim_figure(figure)}


def _claim_figure(at: ClaimFigure) -> Row:
    return {
        "party": at.party or None,
        "value": at.value,
        "high": at.high,
        "unit": at.unit,
        "scope": at.scope or None,
        "of": at.of,
        "bound": at.bound,
        "on": day(at.on),
        "on_value": at.on,
        "statement": at.statement or None,
        "ended": at.ended,
        "ended_on_value": at.ended_on,
    }


def _when(name: str, when: When | None) -> Row:
    return {
        name: day(when.value) if when else None,
        f"{name}_value": when.value if when else None,
        f"{name}_precision": when.precision if when else None,
        f"{name}_confidence": when.confidence if when else None,
        f"{name}_reasons": list(when.reasons) if when else None,
    }


def _passage(passage: Passage | None) -> Mapping[str, Any] | None:
    if passage is None:
        return None
    return {"text": passage.text, "spans": [{"start": start, "end": end} for start, end in passage.spans]}


def _figure(at: Figure) -> Row:
    row: Row = {"value": at.value, "high": at.high, "unit": at.unit, "of": at.of, "bound": at.bound}
    return row | {"start": at.span.start, "end": at.span.end}


def _topic(one: Topic) -> Row:
    return {"code": one.code, "name": one.name, "words": list(one.words)}
