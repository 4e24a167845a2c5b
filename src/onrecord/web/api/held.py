"""What the record holds: articles, statements, claims, stories, names, refusals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.model import Claim
from onrecord.publish.judged import assessments, standing
from onrecord.publish.record_json import (
    Json,
    article_row,
    claim_json,
    copy_json,
    edit_json,
    first_copies,
    statement_row,
)
from onrecord.publish.related import related_articles
from onrecord.publish.versions import chain_of, edits_between
from onrecord.store import (
    articles,
    claim_lists,
    claims,
    copies,
    pages,
    parties,
    settling,
    statements,
    story_claims,
)
from onrecord.store.articles import Listed
from onrecord.web.api.operations import Asked, NotThereError, Operation, Parameter
from onrecord.web.api.schema import ID, STATUS, one_of

IDENTIFIED = (Parameter("id", ID, needed=True),)
ORDERS = ("weight", "change")


def article_list(asked: Asked) -> Sequence[Json]:
    """Articles, the newest first."""
    return [summary(one) for one in articles.newest_listed(asked.conn, asked.limit + 1, asked.offset)]


def article(asked: Asked) -> Json:
    """One article, whole."""
    one = articles.article(asked.conn, asked.given["id"])
    if one is None:
        raise NotThereError(f"there is no article {asked.given['id']}")
    edges = [edge for edge in copies.copies_of(asked.conn, [one.id]) if edge.article == one.id]
    return article_row(
        one,
        copy_of=first_copies(edges).get(one.id),
        version_of=dict(copies.versions_of(asked.conn, [one.id])).get(one.id),
        evidence=pages.evidence(asked.conn, [one.digest]).get(one.digest),
        related=[(other.article, other.by) for other in related_articles(asked.conn, one.id)],
    )


def article_copies(asked: Asked) -> Sequence[Json]:
    """What an article repeats, and why that is known."""
    _must_be(articles.article(asked.conn, asked.given["id"]), "article", asked)
    id_ = asked.given["id"]
    found = [copy_json(one) for one in copies.copies_of(asked.conn, [id_]) if one.article == id_]
    return found[asked.wanted]


def article_versions(asked: Asked) -> Sequence[Json]:
    """The versions of an article, the oldest first, itself among them; nothing where it is the only one."""
    _must_be(articles.article(asked.conn, asked.given["id"]), "article", asked)
    shown = chain_of(asked.conn, asked.given["id"])[asked.wanted]
    listed, fetched = articles.listed_by_ids(asked.conn, shown), pages.first_fetched(asked.conn, shown)
    return [{**summary(listed[id_]), "fetched": fetched.get(id_)} for id_ in shown]


def article_edits(asked: Asked) -> Sequence[Json]:
    """What was edited from each version of an article to the next."""
    _must_be(articles.article(asked.conn, asked.given["id"]), "article", asked)
    chain = chain_of(asked.conn, asked.given["id"])
    some = chain[asked.offset : asked.offset + asked.limit + 2]
    return [edit_json(one) for one in edits_between(asked.conn, some)]


def article_statements(asked: Asked) -> Sequence[Json]:
    """What is said in an article, in order of its text."""
    _must_be(articles.article(asked.conn, asked.given["id"]), "article", asked)
    said = statements.of_article(asked.conn, asked.given["id"])
    return _statements(asked, [one.id for one in said])


def statement(asked: Asked) -> Json:
    """One statement."""
    found = statement_rows(asked, [asked.given["id"]])
    _must_be(found, "statement", asked)
    return found[0]


def claim_list(asked: Asked) -> Sequence[Json]:
    """Claims, heaviest or latest changed first, of one status or one story where one is named."""
    if asked.given.get("story"):
        return _claims_of(asked, asked.given["story"])
    ids = claim_lists.page(
        asked.conn, asked.limit + 1, asked.offset, status=asked.given.get("status", ""), order=asked.given["order"]
    )
    return _claims(asked, ids)


def claim(asked: Asked) -> Json:
    """One claim with all that hangs on it."""
    return _whole(asked, [_claim(asked)])[0]


def claim_statements(asked: Asked) -> Sequence[Json]:
    """What speaks to a claim, in order of day."""
    return _statements(asked, _claim(asked).statements)


def _claim(asked: Asked) -> Claim:
    found = claims.claim(asked.conn, asked.given["id"])
    if found is None:
        raise gone(asked, "claim")
    return found


def gone(asked: Asked, kind: str) -> NotThereError:
    """That there is none of that id; where what was in it is known to be elsewhere now, where."""
    id_ = asked.given["id"]
    now = settling.successors(asked.conn, kind, id_)
    told = f"; what was in it is now in: {', '.join(now)}" if now else ""
    return NotThereError(f"there is no {kind} {id_}{told}")


def _claims_of(asked: Asked, story: str) -> list[Json]:
    status = asked.given.get("status", "")
    ids = [one.id for one in story_claims.brief(asked.conn, story) if status in ("", one.status)]
    return _claims(asked, ids[asked.wanted])


def _claims(asked: Asked, ids: Sequence[str]) -> list[Json]:
    place = {id_: n for n, id_ in enumerate(ids)}
    return _whole(asked, sorted(claims.by_ids(asked.conn, ids), key=lambda one: place[one.id]))


def _whole(asked: Asked, found: Sequence[Claim]) -> list[Json]:
    assessed = assessments(found, standing(asked.conn)) if found else {}
    return [claim_json(one, assessed=assessed.get(one.id)) for one in found]


def _statements(asked: Asked, ids: Sequence[str]) -> list[Json]:
    return statement_rows(asked, ids[asked.wanted])


def statement_rows(asked: Asked, ids: Iterable[str]) -> list[Json]:
    """The statements of these ids, in their order, with party and claim."""
    said = {one.id: one for one in statements.by_ids(asked.conn, ids)}
    party, of_claim = parties.party_of(asked.conn, said), claims.claim_of(asked.conn, said)
    return [
        statement_row(said[id_], party=party.get(id_), claim=of_claim.get(id_))
        for id_ in dict.fromkeys(ids)
        if id_ in said
    ]


def summary(one: Listed) -> Json:
    """An article as lists have it."""
    return {
        "id": one.id,
        "headline": one.headline or None,
        "outlet": one.outlet,
        "url": one.url,
        "published": one.day,
    }


def _must_be(found: Any, noun: str, asked: Asked) -> None:
    if not found:
        raise NotThereError(f"there is no {noun} {asked.given['id']}")


OPERATIONS = (
    Operation(
        "/articles",
        "articles",
        "Articles, the newest first",
        "ArticleSummary",
        article_list,
        more="By day of publication, those without one last. Articles of one outlet: /outlets/{name}/articles; with "
        "words: /search.",
        paged=True,
        links={"article": "/items/0/id", "articleStatements": "/items/0/id"},
    ),
    Operation(
        "/articles/{id}",
        "article",
        "An article, whole",
        "Article",
        article,
        IDENTIFIED,
        more="Its text, what stood on the page beside it, the bytes it was read from, and what it is a copy of.",
    ),
    Operation(
        "/articles/{id}/statements",
        "articleStatements",
        "What is said in an article",
        "Statement",
        article_statements,
        IDENTIFIED,
        more="In order of its text; every span is of the text of the article.",
        paged=True,
    ),
    Operation(
        "/articles/{id}/copies",
        "articleCopies",
        "What an article repeats",
        "Copy",
        article_copies,
        IDENTIFIED,
        paged=True,
    ),
    Operation(
        "/articles/{id}/versions",
        "articleVersions",
        "The versions of an article, the oldest first",
        "Version",
        article_versions,
        IDENTIFIED,
        more="Itself among them; none where it is the only one.",
        paged=True,
    ),
    Operation(
        "/articles/{id}/edits",
        "articleEdits",
        "What was edited from version to version",
        "Edit",
        article_edits,
        IDENTIFIED,
        more="The words that came and went, and what became of its statements.",
        paged=True,
    ),
    Operation(
        "/statements/{id}",
        "statement",
        "A statement",
        "Statement",
        statement,
        IDENTIFIED,
        links={"article": "/article"},
    ),
    Operation(
        "/claims",
        "claims",
        "Claims, heaviest or latest changed first",
        "Claim",
        claim_list,
        (
            Parameter("status", STATUS),
            Parameter("story", ID),
            Parameter("order", {**one_of(ORDERS), "default": "weight"}),
        ),
        more="Heaviest: to which most parties speak, then of which most is said. Those of a story come heaviest first.",
        paged=True,
        links={"claim": "/items/0/id", "claimStatements": "/items/0/id"},
    ),
    Operation(
        "/claims/{id}",
        "claim",
        "A claim",
        "Claim",
        claim,
        IDENTIFIED,
        more="A status is a rule over the positions of parties, never a verdict of truth.",
        links={"claimStatements": "/id", "statement": "/statements/0", "story": "/story"},
    ),
    Operation(
        "/claims/{id}/statements",
        "claimStatements",
        "What speaks to a claim, in order of day",
        "Statement",
        claim_statements,
        IDENTIFIED,
        paged=True,
        links={"article": "/items/0/article", "statement": "/items/0/id"},
    ),
)
