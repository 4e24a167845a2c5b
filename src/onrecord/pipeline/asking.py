"""A claim in a person's words, put to the record or to readings of given inputs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord import asking
from onrecord.asking.matching import Likeness
from onrecord.model import Article, Claim, Reading, Statement
from onrecord.pipeline.settle import settle
from onrecord.store import articles as held_articles
from onrecord.store import candidates
from onrecord.store import claims as held_claims
from onrecord.store import parties as held_parties
from onrecord.store import statements as held_statements
from onrecord.text.likeness import SMALL, words

STATEMENTS = 200  # of the record that are held against a question
ARTICLES = 40
CLAIMS = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer with what it speaks of, by id."""

    answer: asking.Answer
    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]


def ask_record(
    conn: sqlite3.Connection,
    text: str,
    *,
    most: int = ARTICLES,
    claims: int = CLAIMS,
    likeness: Likeness | None = None,
) -> Asked:
    """What the record says to the claim: never a scan, only what the full-text index gives for its words.

    ``most``: of how many articles their own stand is told; with none, only claims and parties answer. ``claims``: how
    many claims, those of the best statements first, are held against the question with all that is said to them.
    """
    question = asking.read_question(text)
    sought = [word for word in words(question.text) if word not in SMALL]
    ids = candidates.statement_ids(conn, sought, STATEMENTS)
    near = _claims(conn, ids, claims)
    said = held_statements.by_ids(conn, dict.fromkeys([*ids, *(one for claim in near for one in claim.statements)]))
    said = _settled(said, held_parties.party_of(conn, [one.id for one in said]))
    about = candidates.article_ids(conn, sought, most) if most else []
    # Of an article whose own stand is not asked for only headline and day are.
    articles = held_articles.headed(conn, (one.article for one in said)) | held_articles.by_ids(conn, about)
    for id_ in about:  # an article is read with all that is said in it
        said += _settled(held_statements.of_article(conn, id_), {})
    material = asking.Material(articles, {one.id: one for one in reversed(said)}, near, frozenset(about))
    answer = asking.answer(question, material, asking.shipped(), likeness=likeness)
    # What only shares words with the question is no find.
    kept = tuple(one for one in answer.articles if one.position != "unrelated")
    return _asked(replace(answer, articles=kept), material)


def ask_readings(readings: Sequence[Reading], text: str, *, likeness: Likeness | None = None) -> Asked:
    """What the readings say to the claim: settled among themselves, nothing kept."""
    settled = settle(readings)
    articles = {one.article.id: one.article for one in readings}
    said = _settled((one for reading in readings for one in reading.statements), dict(settled.parties))
    material = asking.Material(articles, {one.id: one for one in said}, settled.claims, frozenset(articles))
    return _asked(asking.answer(asking.read_question(text), material, asking.shipped(), likeness=likeness), material)


def _claims(conn: sqlite3.Connection, ids: Sequence[str], most: int) -> list[Claim]:
    """The claims of the statements, those of the best first."""
    of = held_claims.claim_of(conn, ids)
    return held_claims.by_ids(conn, list(dict.fromkeys(of[one] for one in ids if one in of))[:most])


def _settled(said: Iterable[Statement], parties: Mapping[str, str]) -> list[Statement]:
    """The statements with the party settled across articles."""
    return [replace(one, speaker=replace(one.speaker, party=parties.get(one.id, one.speaker.party))) for one in said]


def _asked(answer: asking.Answer, material: asking.Material) -> Asked:
    shown = {one.article: material.articles[one.article] for one in answer.articles}
    claims = {one.id: one for one in material.claims if one.id in answer.claims}
    return Asked(answer, shown, claims)
