"""The answer to a claim in a person's words as JSON (docs/json.md): what ``positions --json`` shows."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.asking import Answer, ArticleStand, FirstReport, PartyStand
from onrecord.model import Article, Claim, Passage
from onrecord.publish.record_json import Json

SCHEMA = "onrecord.positions/1"


def positions_json(answer: Answer, articles: Mapping[str, Article], claims: Mapping[str, Claim]) -> Json:
    """The answer; ``articles`` and ``claims`` by id are those it speaks of."""
    return {
        "schema": SCHEMA,
        "question": answer.question,
        "negated": list(answer.negated),
        "found": not answer.is_empty,
        "claims": [
            {
                "id": id_,
                "wording": claims[id_].wording,
                "status": claims[id_].status,
                "story": claims[id_].story or None,
            }
            for id_ in answer.claims
        ],
        "parties": [_party_json(one) for one in answer.parties],
        "articles": [_article_json(one, articles[one.article]) for one in answer.articles],
        "first_reports": [_first_json(one) for one in answer.first],
        "notes": list(answer.notes),
    }


def _party_json(one: PartyStand) -> Json:
    return {
        "party": one.party,
        "position": one.position,
        "stance": one.stance,
        "on": one.on,
        "words": one.words,
        "statements": list(one.statements),
        "claim": one.claim,
        "why": one.why or None,
    }


def _article_json(one: ArticleStand, article: Article) -> Json:
    return {
        "article": one.article,
        "input": article.input,
        "input_id": article.input_id,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline or None,
        "position": one.position,
        "headline_position": one.headline,
        "on": one.on,
        "words": _words_json(one.words),
        "statements": list(one.statements),
        "sure": one.sure,
        "why": one.why,
    }


def _first_json(one: FirstReport) -> Json:
    return {
        "outlet": one.outlet,
        "named_by": list(one.named_by),
        "article": one.article,
        "words": _words_json(one.words),
    }


def _words_json(words: Passage | None) -> Json | None:
    return {"text": words.text, "spans": [list(span) for span in words.spans]} if words else None
