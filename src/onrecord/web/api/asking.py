"""Looking for words, and asking who stands where."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pipeline.asking import ask_record
from onrecord.publish.positions_json import positions_json
from onrecord.publish.record_json import Json
from onrecord.store.search import search
from onrecord.web.api.operations import Asked, Operation, Parameter
from onrecord.web.api.schema import one_of, text

WORDS = (Parameter("q", text("Words; several in quotes as a phrase.", minLength=1, maxLength=200), needed=True),)
CLAIM = (Parameter("claim", text("A claim in your words.", minLength=1, maxLength=300), needed=True),)


def found(asked: Asked) -> Sequence[Json]:
    """Statements and articles that have all the words, best or newest first."""
    most = asked.offset + asked.limit + 1
    hits = search(asked.conn, asked.given["q"], limit=most, newest=asked.given["order"] == "newest")
    said = [
        _hit("statement", one.statement.id, one.statement.article, "".join(part.text for part in one.snippet))
        for one in hits.statements
    ]
    told = [
        _hit("article", one.article.id, one.article.id, "".join(part.text for part in one.snippet))
        for one in hits.articles
    ]
    return [*said, *told][asked.offset : most]


def positions(asked: Asked) -> Json:
    """Who stands where on a claim in one's own words."""
    answer = ask_record(asked.conn, asked.given["claim"])
    return positions_json(answer.answer, answer.articles, answer.claims)


def _hit(kind: str, id_: str, article: str, snippet: str) -> Json:
    return {"kind": kind, "id": id_, "article": article, "snippet": snippet}


OPERATIONS = (
    Operation(
        "/search",
        "search",
        "What has the words",
        "Hit",
        found,
        (*WORDS, Parameter("order", {**one_of(("best", "newest")), "default": "best"})),
        paged=True,
    ),
    Operation("/positions", "positions", "Who stands where on a claim in your words", "Positions", positions, CLAIM),
)
