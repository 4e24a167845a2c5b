"""search: claims, statements and articles in the terminal."""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Sequence
from contextlib import closing

from onrecord.cli.screen import blank, line, plural, show_json, show_pieces
from onrecord.cli.shown import show_claims, speaker
from onrecord.errors import UsageError
from onrecord.model import Claim
from onrecord.publish.record_json import Json, article_json, claim_json, statement_row
from onrecord.store import claims as held_claims
from onrecord.store import pages as held_pages
from onrecord.store import search as held
from onrecord.store import seeking
from onrecord.store.opening import open_record
from onrecord.store.pages import Evidence
from onrecord.store.search import ArticleHit, Hits, Piece, StatementHit
from onrecord.store.seeking import Sorting, Sought

CLAIMS_OF = 300  # statements whose claims are found


def search(arguments: argparse.Namespace) -> int:
    """Articles and statements that have the words, or the claims they speak to, of whom and from when is asked for."""
    sought = _sought(arguments)
    with closing(open_record(arguments.record, readonly=True)) as conn:
        if arguments.kind == "claims":
            _show_claims(_claims(conn, sought, arguments), as_json=arguments.json)
            return 0
        hits = _hits(conn, sought, arguments)
        if arguments.json:
            for shape in _hits_json(conn, hits):
                show_json(shape)
        else:
            _show_hits(hits)
    return 0


def _sought(arguments: argparse.Namespace) -> Sought:
    names = ("speaker", "party", "stance", "outlet", "since", "until")
    sought = Sought(" ".join(arguments.words), **{name: getattr(arguments, name) or "" for name in names})
    if not sought.told():
        raise UsageError(
            "nothing to look for: give words, or one of --speaker --party --stance --outlet --since --until"
        )
    if arguments.kind == "articles" and (sought.speaker or sought.party or sought.stance):
        raise UsageError("articles are not looked for by speaker, party or stance; leave --kind articles out")
    return sought


def _hits(conn: sqlite3.Connection, sought: Sought, arguments: argparse.Namespace) -> Hits:
    sorting = Sorting(arguments.limit, newest=arguments.newest)
    of_articles = arguments.kind != "statements" and not (sought.speaker or sought.party or sought.stance)
    articles = held.articles(conn, sought, sorting).hits if of_articles else ()
    statements = held.statements(conn, sought, sorting).hits if arguments.kind != "articles" else ()
    return Hits(articles, statements)


def _claims(conn: sqlite3.Connection, sought: Sought, arguments: argparse.Namespace) -> list[Claim]:
    rows = seeking.rows(conn, "statement_words", sought, Sorting(CLAIMS_OF, newest=arguments.newest))
    return held_claims.by_ids(conn, held.claims(conn, rows.at)[: arguments.limit])


def _show_claims(claims: Sequence[Claim], *, as_json: bool) -> None:
    if not as_json:
        show_claims(claims)
        return
    for one in claims:
        show_json({"found": "claim", **claim_json(one)})


def _show_hits(hits: Hits) -> None:
    line(f"{plural(len(hits.articles), 'article')}, {plural(len(hits.statements), 'statement')}", style="dim")
    for article in hits.articles:
        blank()
        show_pieces([(piece.text, piece.hit) for piece in article.headline])
        line(f"{article.article.outlet or article.article.input}, article {article.article.id}", indent=4, style="dim")
        show_pieces([(piece.text, piece.hit) for piece in article.snippet], indent=4)
    for said in hits.statements:
        blank()
        line(f"{speaker(said.statement)} {said.statement.stance}")
        show_pieces([(piece.text, piece.hit) for piece in said.snippet], indent=4)


def _hits_json(conn: sqlite3.Connection, hits: Hits) -> list[Json]:
    kept = held_pages.evidence(conn, (one.article.digest for one in hits.articles))
    articles = [_article_hit(one, kept.get(one.article.digest)) for one in hits.articles]
    return [*articles, *(_statement_hit(one) for one in hits.statements)]


def _article_hit(hit: ArticleHit, kept: Evidence | None) -> Json:
    shape = {"found": "article", **article_json(hit.article, evidence=kept), "snippet": _pieces(hit.snippet)}
    del shape["text"]
    return shape


def _statement_hit(hit: StatementHit) -> Json:
    row = statement_row(hit.statement, party=None, claim=None)
    del row["claim"]
    return {"found": "statement", **row, "snippet": _pieces(hit.snippet)}


def _pieces(pieces: Sequence[Piece]) -> list[Json]:
    return [{"text": one.text, "hit": one.hit} for one in pieces]
