"""The tables of a record, as CSV, Parquet and reading at scale write them: their columns, in one place.

A column is a "text", a "number", a "whole" number, a "day" (a date, where it is known to the day), a "moment" (UTC) or
a "yes" (true or false); a list of one of these stands in brackets, what has parts is a mapping. Any may be unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

SCHEMA = "onrecord.tables/1"  # goes up where a column changes its meaning or its type; new ones are only added

Column: TypeAlias = "str | list[Any] | Mapping[str, Any]"
Columns: TypeAlias = Mapping[str, Column]

_SPANS: Column = [{"start": "whole", "end": "whole"}]
_PASSAGE: Column = {"text": "text", "spans": _SPANS}
_TOPICS: Column = [{"code": "text", "name": "text", "words": ["text"]}]
_FIGURE: Columns = {
    "value": "number",
    "high": "number",
    "unit": "text",
    "of": "text",
    "bound": "text",
    "start": "whole",
    "end": "whole",
}


def _when(name: str) -> Columns:
    """A day of which we may know only the month or the year: ``NAME`` where it is a day, ``NAME_value`` as it is."""
    return {
        name: "day",
        f"{name}_value": "text",
        f"{name}_precision": "text",
        f"{name}_confidence": "number",
        f"{name}_reasons": ["text"],
    }


ARTICLES: Columns = {
    "id": "text",
    "url": "text",
    "canonical": "text",
    "outlet": "text",
    "headline": "text",
    "byline": ["text"],
    "agency": "text",
    "dateline": "text",
    "language": "text",
    **_when("published"),
    "section": "text",
    "text": "text",
    "parts": [{"kind": "text", "start": "whole", "end": "whole", "time": "text", "author": "text"}],
    "notes": [{"kind": "text", "text": "text"}],
    "signals": [{"kind": "text", "why": "text"}],
    "media_topics": _TOPICS,
    "input": "text",
    "input_id": "text",
    "page": "text",
    "page_size": "whole",
    "fetched": "moment",
    "added": "moment",
    "copy_of": "text",
    "version_of": "text",
}
FURNITURE: Columns = {
    "article": "text",
    "block": "whole",
    "kind": "text",
    "heading": "text",
    "item": "whole",
    "headline": "text",
    "teaser": "text",
    "url": "text",
}
STATEMENTS: Columns = {
    "id": "text",
    "article": "text",
    "claim": "text",
    "kind": "text",
    "content": _PASSAGE,
    "cue": _PASSAGE,
    "source": _PASSAGE,
    "speaker": "text",
    "role": "text",
    "party": "text",
    "speaker_confidence": "number",
    "speaker_why": "text",
    "relay": ["text"],
    "stance": "text",
    "hedges": ["text"],
    "basis": ["text"],
    "confidence": "number",
    **_when("said_on"),
    "figures": [_FIGURE],
}
FIGURES: Columns = {"statement": "text", "article": "text", "figure": "whole", **_FIGURE}
CLAIMS: Columns = {
    "id": "text",
    "story": "text",
    "wording": "text",
    "status": "text",
    "status_history": [{"on": "text", "value": "text"}],
    "statements": ["text"],
    "collapsed": ["text"],
    "not_heard": ["text"],
    "missing": ["text"],
    "headlines": [
        {"article": "text", "says": "text", "body": "text", "headline": "text", "words": "text", "statement": "text"}
    ],
    "assessment_source": "text",
    "assessment_information": "text",
    "assessed_by": "text",
    "assessed_at": "moment",
    "assessed_why": "text",
    "assessment_stale": "yes",
}
POSITIONS: Columns = {
    "claim": "text",
    "position": "whole",
    "party": "text",
    "stance": "text",
    "on": "day",
    "on_value": "text",
    "statements": ["text"],
}
ORIGINS: Columns = {
    "claim": "text",
    "origin": "whole",
    "possible": "yes",
    "party": "text",
    "first_article": "text",
    "why": "text",
}
CLAIM_FIGURES: Columns = {
    "claim": "text",
    "figure": "whole",
    "party": "text",
    "value": "number",
    "high": "number",
    "unit": "text",
    "scope": "text",
    "of": "text",
    "bound": "text",
    "on": "day",
    "on_value": "text",
    "statement": "text",
    "ended": "text",
    "ended_on_value": "text",
}
COPIES: Columns = {"article": "text", "of": "text", "relation": "text", "why": "text"}
STORIES: Columns = {
    "id": "text",
    "title": "text",
    "heat": "number",
    "articles": ["text"],
    "topics": ["text"],
    "related": ["text"],
    "media_topics": _TOPICS,
    "tolls": [{"killed": "whole", "injured": "whole", "article": "text", "on": "text", "words": ["text"]}],
}

# Those of reading come first: they are what a page gives by itself.
TABLES: Mapping[str, Columns] = {
    "articles": ARTICLES,
    "furniture": FURNITURE,
    "statements": STATEMENTS,
    "figures": FIGURES,
    "claims": CLAIMS,
    "positions": POSITIONS,
    "origins": ORIGINS,
    "claim_figures": CLAIM_FIGURES,
    "copies": COPIES,
    "stories": STORIES,
}
