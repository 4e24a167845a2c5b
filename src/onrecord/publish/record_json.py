"""The nouns as the JSON of the contract (docs/json.md): what ``read --json``, the export and the API show.

Keys are only ever added. Unknown is null. A float that is a whole number is shown as one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.edits import Edit
from onrecord.judging import Assessment
from onrecord.model import (
    Article,
    Claim,
    Copy,
    Figure,
    Furniture,
    Judgement,
    Origin,
    Outcome,
    Part,
    PartyMerge,
    Passage,
    Reading,
    Rejected,
    Span,
    Speaker,
    Statement,
    Story,
    Toll,
    Topic,
    When,
)
from onrecord.publish.figures_json import figures_json, headline_json, number
from onrecord.store.pages import Evidence, Kept
from onrecord.stories import media_topics

Json = dict[str, Any]
SCHEMA = "onrecord.read/1"


def read_json(result: Reading | Rejected, *, evidence: Evidence | None = None) -> Json:
    """What one page gave, or why it was refused; ``evidence``: the bytes it was read from."""
    if isinstance(result, Rejected):
        return {
            "schema": SCHEMA,
            "input": result.input,
            "input_id": result.input_id,
            "rejected": {"stage": result.stage, "reason": result.reason},
            "article": None,
            "furniture": [],
            "statements": [],
        }
    article = result.article
    return {
        "schema": SCHEMA,
        "input": article.input,
        "input_id": article.input_id,
        "rejected": None,
        "article": article_json(article, evidence=evidence),
        "furniture": [furniture_json(one) for one in article.furniture],
        "statements": [statement_json(one) for one in result.statements],
    }


def article_json(
    article: Article,
    *,
    copy_of: str | None = None,
    version_of: str | None = None,
    evidence: Evidence | None = None,
) -> Json:
    """An article, without its furniture; ``evidence``: what is kept of its page."""
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline or None,
        "byline": list(article.byline),
        "agency": article.agency,
        "dateline": article.dateline,
        "language": article.language,
        "published": _published_json(article.published),
        "text": article.text,
        "copy_of": copy_of,
        "version_of": version_of,
        "page": article.digest,
        "canonical": article.canonical,
        "section": article.section,
        "parts": [_part_json(one) for one in article.parts],
        "notes": [{"kind": one.kind, "text": one.text} for one in article.notes],
        "signals": [{"kind": one.kind, "why": one.why} for one in article.signals],
        "evidence": _evidence_json(article, evidence) if evidence else None,
        "media_topics": [media_topic_json(one) for one in media_topics(article)],
    }


def article_row(
    article: Article,
    *,
    copy_of: str | None,
    version_of: str | None,
    evidence: Evidence | None = None,
    related: Sequence[tuple[str, float]] = (),
) -> Json:
    """An article as a row of an export: with its file, its furniture and ``related`` articles (id, how related)."""
    return {
        "file": article.input,
        "input_id": article.input_id,
        **article_json(article, copy_of=copy_of, version_of=version_of, evidence=evidence),
        "furniture": [furniture_json(one) for one in article.furniture],
        "related": [{"article": id_, "by": by} for id_, by in related],
    }


def furniture_json(block: Furniture) -> Json:
    """A block of furniture."""
    items = [{"headline": one.headline, "teaser": one.teaser, "url": one.url} for one in block.items]
    return {"kind": block.kind, "heading": block.heading, "items": items}


def statement_json(statement: Statement, *, party: str | None = None) -> Json:
    """A statement; ``party``: the one settled across articles, in the place of what its article alone shows."""
    return {
        "id": statement.id,
        "kind": statement.kind,
        "content": _passage_json(statement.content),
        "cue": _passage_json(statement.cue),
        "source": _passage_json(statement.source),
        "speaker": _speaker_json(statement.speaker, party),
        "relay": list(statement.relay),
        "stance": statement.stance,
        "hedges": list(statement.hedges),
        "basis": list(statement.basis),
        "confidence": statement.confidence,
        "said_on": _said_on_json(statement.said_on),
        "figures": [_figure_json(one) for one in statement.figures],
    }


def statement_row(statement: Statement, *, party: str | None, claim: str | None) -> Json:
    """A statement as a row of an export: with the ids of its article and its claim."""
    shown = statement_json(statement, party=party)
    return {"id": shown.pop("id"), "article": statement.article, "claim": claim, **shown}


def claim_json(claim: Claim, *, assessed: Assessment | None = None) -> Json:
    """A claim with all that hangs on it; ``assessed``: what somebody signed of it."""
    return {
        "id": claim.id,
        "story": claim.story or None,
        "wording": claim.wording,
        "status": claim.status,
        "status_history": [{"on": one.on, "value": one.value} for one in claim.status_history],
        "positions": [
            {"party": one.party, "stance": one.stance, "on": one.on, "statements": list(one.statements)}
            for one in claim.positions
        ],
        "origins": [_origin_json(one) for one in claim.origins],
        "possible_origins": [_origin_json(one) for one in claim.possible_origins],
        "collapsed": list(claim.collapsed),
        **figures_json(claim),
        "headlines": [headline_json(one) for one in claim.headlines],
        "not_heard": list(claim.not_heard),
        "missing": list(claim.missing),
        "statements": list(claim.statements),
        "assessment": _assessment_json(assessed) if assessed else None,
    }


def story_json(story: Story) -> Json:
    """A story."""
    return {
        "id": story.id,
        "title": story.title,
        "articles": list(story.articles),
        "heat": story.heat,
        "topics": list(story.topics),
        "related": list(story.related),
        "media_topics": [media_topic_json(one) for one in story.media_topics],
        "toll": _toll_json(story.tolls[-1]) if story.tolls else None,
        "tolls": [_toll_json(one) for one in story.tolls],
    }


def media_topic_json(topic: Topic) -> Json:
    """An IPTC Media Topic of an article or a story."""
    return {"code": topic.code, "name": topic.name, "words": list(topic.words)}


def copy_json(copy: Copy) -> Json:
    """An edge between two articles."""
    return {"article": copy.article, "of": copy.of, "relation": copy.relation, "why": copy.why}


def edit_json(edit: Edit) -> Json:
    """The step from one version of an article to the next."""
    before, after = edit.headline or (None, None)
    return {
        "article": edit.article,
        "before": edit.before,
        "headline": {"before": before, "after": after} if edit.headline else None,
        "lines": [{"runs": [{"kind": run.kind, "text": run.text} for run in line.runs]} for line in edit.lines],
        "changes": [
            {"kind": one.kind, "why": one.why, "before": one.before, "after": one.after} for one in edit.changes
        ],
    }


def judgement_json(one: Judgement, became: Outcome) -> Json:
    """A person's judgement as it was given, and what became of it."""
    return {
        "id": one.id,
        "kind": one.kind,
        "by": one.by,
        "at": one.at,
        "why": one.why or None,
        "value": one.value,
        "party": one.party,
        "role": one.role,
        "of": one.of,
        "articles": list(one.articles),
        "subjects": [
            {"side": at.side, "statement": at.id, "article": at.article, **_passage_shape(at.text, at.spans)}
            for at in one.subjects
        ],
        "standing": became.standing,
        "standing_why": became.why or None,
        "later": list(became.later),
    }


def capture_json(one: Kept) -> Json:
    """How a page's bytes came to us, once; its headers are in the WARC export."""
    return {
        "page": one.page,
        "input": one.input,
        "url": one.capture.url,
        "fetched": one.capture.fetched,
        "status": one.capture.status,
        "added": one.added,
    }


def rejected_json(one: Rejected) -> Json:
    """A refusal as a row of an export."""
    return {
        "file": one.input,
        "input_id": one.input_id,
        "url": one.url,
        "stage": one.stage,
        "reason": one.reason,
        "page": one.digest,
    }


def _evidence_json(article: Article, evidence: Evidence) -> Json:
    first = evidence.behind(article.url)
    return {
        "sha256": article.digest,
        "size": evidence.size,
        "url": first.capture.url if first else None,
        "fetched": first.capture.fetched if first else None,
        "added": (first.added or None) if first else None,
        "captures": len(evidence.captures),
    }


def _toll_json(one: Toll) -> Json:
    return {
        "killed": one.killed,
        "injured": one.injured,
        "article": one.article,
        "on": one.on,
        "words": list(one.words),
    }


def _assessment_json(one: Assessment) -> Json:
    return {
        "source": one.letter,
        "information": one.digit,
        "by": one.judgement.by,
        "at": one.judgement.at,
        "why": one.judgement.why or None,
        "judgement": one.judgement.id,
        "stale": bool(one.changed),
        "changed": list(one.changed),
    }


def _part_json(part: Part) -> Json:
    return {
        "kind": part.kind,
        "start": part.span.start,
        "end": part.span.end,
        "time": part.time,
        "author": part.author,
    }


def _published_json(when: When) -> Json:
    return {
        "value": when.value,
        "precision": when.precision,
        "confidence": when.confidence,
        "reasons": list(when.reasons),
    }


def _said_on_json(when: When | None) -> Json | None:
    if when is None:
        return None
    return {**_published_json(when), "why": "; ".join(when.reasons)}


def _passage_json(passage: Passage | None) -> Json | None:
    if passage is None:
        return None
    return _passage_shape(passage.text, passage.spans)


def _passage_shape(text: str, spans: tuple[Span, ...]) -> Json:
    return {"text": text, "spans": [[start, end] for start, end in spans]}


def _speaker_json(speaker: Speaker, party: str | None) -> Json:
    return {
        "name": speaker.name,
        "role": speaker.role,
        "party": party or speaker.party,
        "confidence": speaker.confidence,
        "why": speaker.why,
    }


def _figure_json(figure: Figure) -> Json:
    return {
        "value": number(figure.value),
        "high": number(figure.high),
        "unit": figure.unit,
        "of": figure.of,
        "bound": figure.bound,
        "span": list(figure.span),
    }


def _origin_json(origin: Origin) -> Json:
    return {"party": origin.party, "first_article": origin.first_article, "why": origin.why}


def merge_json(merge: PartyMerge) -> Json:
    """A name that is, or may be, another name of a party. ``made``: it is settled under that party."""
    return {"name": merge.name, "party": merge.party, "sure": merge.sure, "why": merge.why, "made": merge.made}


def first_copies(copies: list[Copy]) -> Mapping[str, str]:
    """{article: the article it is a copy of}: a copy may be one of several, the first found counts."""
    return {one.article: one.of for one in reversed(copies) if one.relation == "copy"}
