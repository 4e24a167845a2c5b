"""Statements as annotations of the W3C Web Annotation Data Model: what was said, at its words.

Each span of a statement is a target twice: its words, with those around them, at the article's address; and its words
with their offsets in the text that was read there. Offsets are characters (code points), as the model has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Article, Span
from onrecord.publish.addresses import outside
from onrecord.publish.chosen import Chosen
from onrecord.publish.gathering import Told
from onrecord.publish.json_files import Json, known
from onrecord.publish.naming import urn
from onrecord.publish.words import UNNAMED, day_words, stance_word
from onrecord.store.pages import Kept

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after, by which words that stand more than once are told apart
SOFTWARE = {"id": "urn:onrecord:software", "type": "Software", "name": "onrecord"}


def annotation(article: Article, told: Told, capture: Kept | None, only: Chosen) -> Json:
    """A statement as an Annotation; ``capture``: how the page came that it was read from."""
    one = told.statement
    return known(
        {
            "id": urn("statement", one.id),
            "type": "Annotation",
            "motivation": "describing",
            "creator": SOFTWARE,
            "created": capture.added if capture else None,
            "body": list(_bodies(told)),
            "target": [
                target for span in one.content.spans for target in _targets(article, span, capture, only, one.id)
            ],
        }
    )


def in_words(told: Told) -> str:
    """Who said it, where they stand by it, and when, in a line."""
    one, party = told.statement, told.party
    who = one.speaker.name or UNNAMED
    beside = [part for part in (one.speaker.role, f"for {party}" if party and party != who else None) if part]
    day = day_words(one.said_on.value) if one.said_on and one.said_on.value else None
    return " · ".join(part for part in (", ".join([who, *beside]), stance_word(one.stance), day) if part)


def _bodies(told: Told) -> Iterator[Json]:
    yield {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "language": "en",
        "value": in_words(told),
    }
    yield {"type": "TextualBody", "purpose": "tagging", "value": told.statement.stance}
    if told.claim:
        yield {"type": "SpecificResource", "purpose": "linking", "source": urn("claim", told.claim)}


def _targets(article: Article, span: Span, capture: Kept | None, only: Chosen, statement: str) -> Iterator[Json]:
    quote, place = _quote(article.text, span), {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    url = outside(article.url)
    if url:
        state = _state(article, capture, only, statement)
        yield known({"type": "SpecificResource", "source": url, "selector": quote, "state": state})
    yield {"type": "SpecificResource", "source": urn("article", article.id), "selector": [quote, place]}


def _quote(text: str, span: Span) -> Json:
    return {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }


def _state(article: Article, capture: Kept | None, only: Chosen, statement: str) -> Json | None:
    """When the page was as it was read, and where that is kept."""
    when = (capture.capture.fetched or capture.added) if capture else None
    cached = only.archived(article.id, statement=statement)
    return known({"type": "TimeState", "sourceDate": when, "cached": cached}) if when or cached else None
