"""The rows of the record as schemas (docs/json.md tells what each key means)."""

from __future__ import annotations

from onrecord.model import Relation, Standing
from onrecord.model.values import (
    Bound,
    Ended,
    FurnitureKind,
    HeadlineBody,
    HeadlineSays,
    Kind,
    NoteKind,
    PartKind,
    Precision,
    SignalKind,
)
from onrecord.web.api.more_shapes import more_components
from onrecord.web.api.schema import (
    ID,
    JUDGEMENT_KIND,
    STANCE,
    STATUS,
    Schema,
    integer,
    maybe,
    named,
    number,
    one_of,
    rows,
    text,
    thing,
    truth,
)
from onrecord.web.api.source_shapes import source_components

SPAN = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
WORDS = text()
IDS = rows(ID)


def components() -> dict[str, Schema]:
    """Every schema by its name."""
    return {
        **_values(),
        **_articles(),
        **_statements(),
        **_claims(),
        **_claim(),
        **_stories(),
        **_people(),
        **_answers(),
        **more_components(),
        **source_components(),
    }


def _values() -> dict[str, Schema]:
    return {
        "Problem": thing(
            "What went wrong (RFC 9457).",
            type=text(),
            title=text(),
            status=integer(),
            detail=text(),
        ),
        "Passage": thing("Words of an article, and where they stand in its text.", text=text(), spans=rows(SPAN)),
        "When": thing(
            "A day, as far as it is known.",
            value=maybe(text()),
            precision=one_of(Precision),
            confidence=number(),
            reasons=rows(text()),
        ),
        "MediaTopic": thing(
            "An IPTC Media Topic and the words that earned it.", code=text(), name=text(), words=rows(text())
        ),
        "Count": thing("A name and how often it occurs.", name=text(), times=integer()),
    }


def _articles() -> dict[str, Schema]:
    item = thing(headline=text(), teaser=maybe(text()), url=maybe(text()))
    short = {
        "id": ID,
        "headline": maybe(text()),
        "outlet": maybe(text()),
        "url": maybe(text()),
        "published": maybe(text()),
    }
    return {
        "ArticleSummary": thing("An article as lists have it.", **short),
        "Furniture": thing(
            "What stood on the page and is not the story.", kind=one_of(FurnitureKind), heading=text(), items=rows(item)
        ),
        "Evidence": thing(
            "The bytes that the article was read from.",
            sha256=text(),
            size=integer(),
            url=maybe(text()),
            fetched=maybe(text()),
            added=maybe(text()),
            captures=integer(),
        ),
        "Article": thing("An article, whole.", **_article_fields()),
        "Copy": thing("How one article depends on another.", article=ID, of=ID, relation=one_of(Relation), why=text()),
    }


def _article_fields() -> dict[str, Schema]:
    span = {"start": integer(), "end": integer()}
    return {
        "file": text(),
        "input_id": maybe(text()),
        "id": ID,
        "url": maybe(text()),
        "outlet": maybe(text()),
        "headline": maybe(text()),
        "byline": rows(text()),
        "agency": maybe(text()),
        "dateline": maybe(text()),
        "language": maybe(text()),
        "published": named("When"),
        "text": text("Paragraphs joined by a blank line; every span is of this text."),
        "copy_of": maybe(ID),
        "version_of": maybe(ID),
        "page": text(),
        "canonical": maybe(text()),
        "section": maybe(text()),
        "parts": rows(thing(kind=one_of(PartKind), **span, time=maybe(text()), author=maybe(text()))),
        "notes": rows(thing(kind=one_of(NoteKind), text=text())),
        "signals": rows(thing(kind=one_of(SignalKind), why=text())),
        "evidence": maybe(named("Evidence")),
        "media_topics": rows(named("MediaTopic")),
        "furniture": rows(named("Furniture")),
        "related": rows(thing(article=ID, by=number())),
    }


def _statements() -> dict[str, Schema]:
    figure = thing(value=number(), high=maybe(number()), unit=text(), of=text(), bound=one_of(Bound), span=SPAN)
    speaker = thing(name=maybe(text()), role=maybe(text()), party=maybe(text()), confidence=number(), why=text())
    said_on = thing(
        value=maybe(text()), precision=one_of(Precision), confidence=number(), reasons=rows(text()), why=text()
    )
    return {
        "Speaker": speaker,
        "Figure": figure,
        "SaidOn": said_on,
        "Statement": thing(
            "Something somebody is said to have said.",
            id=ID,
            article=ID,
            claim=maybe(ID),
            kind=one_of(Kind),
            content=named("Passage"),
            cue=maybe(named("Passage")),
            source=maybe(named("Passage")),
            speaker=named("Speaker"),
            relay=rows(text()),
            stance=STANCE,
            hedges=rows(text()),
            basis=rows(text()),
            confidence=number(),
            said_on=maybe(named("SaidOn")),
            figures=rows(named("Figure")),
        ),
    }


def _claims() -> dict[str, Schema]:
    figure = thing(
        party=maybe(text()),
        value=number(),
        high=maybe(number()),
        unit=text(),
        of=text(),
        bound=one_of(Bound),
        on=maybe(text()),
        scope=maybe(text()),
        statement=maybe(ID),
        ended=maybe(one_of(Ended)),
        ended_on=maybe(text()),
    )
    figures = rows(named("ClaimFigure"))
    return {
        "ClaimFigure": figure,
        "Position": thing(party=text(), stance=STANCE, on=maybe(text()), statements=IDS),
        "Origin": thing("Who speaks from their own knowledge.", party=text(), first_article=ID, why=text()),
        "FigureRange": thing(
            unit=text(), scope=maybe(text()), low=number(), high=maybe(number()), figures=figures, conflict=figures
        ),
        "HeadlineGap": thing(
            article=ID,
            says=one_of(HeadlineSays),
            body=one_of(HeadlineBody),
            headline=text(),
            words=text(),
            statement=ID,
        ),
    }


def _claim() -> dict[str, Schema]:
    figures = rows(named("ClaimFigure"))
    return {
        "Assessment": thing(
            "What a person signed.",
            source=text(),
            information=text(),
            by=text(),
            at=text(),
            why=maybe(text()),
            judgement=integer(),
            stale=truth(),
            changed=rows(text()),
        ),
        "Claim": thing(
            "Statements that speak to one proposition. Its status is a rule over positions, never a verdict of truth.",
            id=ID,
            story=maybe(ID),
            wording=text(),
            status=STATUS,
            status_history=rows(thing(on=maybe(text()), value=STATUS)),
            positions=rows(named("Position")),
            origins=rows(named("Origin")),
            possible_origins=rows(named("Origin")),
            collapsed=rows(text()),
            figures=figures,
            unnamed_figures=figures,
            ranges=rows(named("FigureRange")),
            headlines=rows(named("HeadlineGap")),
            not_heard=rows(text()),
            missing=rows(text()),
            statements=IDS,
            assessment=maybe(named("Assessment")),
        ),
    }


def _stories() -> dict[str, Schema]:
    toll = thing(killed=maybe(integer()), injured=maybe(integer()), article=ID, on=maybe(text()), words=rows(text()))
    return {
        "Toll": toll,
        "Story": thing(
            "One event and its articles.",
            id=ID,
            title=text(),
            articles=IDS,
            heat=number(),
            topics=rows(text()),
            related=IDS,
            media_topics=rows(named("MediaTopic")),
            toll=maybe(named("Toll")),
            tolls=rows(named("Toll")),
        ),
    }


def _people() -> dict[str, Schema]:
    subject = thing(side=text(), statement=ID, article=ID, text=text(), spans=rows(SPAN))
    return {
        "Judgement": thing(
            "What a person decided, and what became of it.",
            id=integer(),
            kind=JUDGEMENT_KIND,
            by=text(),
            at=text(),
            why=maybe(text()),
            value=maybe(text()),
            party=maybe(text()),
            role=maybe(text()),
            of=maybe(integer()),
            articles=IDS,
            subjects=rows(subject),
            standing=one_of(Standing),
            standing_why=maybe(text()),
            later=rows(integer()),
        ),
    }


def _answers() -> dict[str, Schema]:
    sides = ("for", "against", "observing")
    claim = thing(id=ID, wording=text(), status=STATUS, story=maybe(ID))
    party = thing(
        party=text(),
        position=one_of(sides),
        stance=STANCE,
        on=maybe(text()),
        words=text(),
        statements=IDS,
        claim=maybe(ID),
        why=maybe(text()),
    )
    article = thing(
        article=ID,
        input=text(),
        input_id=maybe(text()),
        url=maybe(text()),
        outlet=maybe(text()),
        headline=maybe(text()),
        position=one_of((*sides, "unrelated")),
        headline_position=maybe(text()),
        on=maybe(text()),
        words=maybe(named("Passage")),
        statements=IDS,
        sure=number(),
        why=text(),
    )
    first = thing(outlet=text(), named_by=IDS, article=maybe(ID), words=maybe(named("Passage")))
    return {
        "Positions": thing(
            "Who stands where on a claim in one's own words.",
            schema=text(),
            question=text(),
            negated=rows(text()),
            found=truth(),
            claims=rows(claim),
            parties=rows(party),
            articles=rows(article),
            first_reports=rows(first),
            notes=rows(text()),
        ),
        "Hit": thing(
            "What was found, with the words around it.",
            kind=one_of(("article", "claim", "statement")),
            id=ID,
            article=maybe(ID),
            snippet=text(),
        ),
        "Counts": thing(
            "The record in numbers.",
            articles=integer(),
            outlets=integer(),
            copies=integer(),
            statements=integer(),
            claims=integer(),
            statuses={"type": "object", "additionalProperties": integer(minimum=0)},
        ),
    }
