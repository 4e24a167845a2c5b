"""What is exported loads back equal, and is what the contract says."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.model import Article, Furniture, Passage, Rejected, Span, Speaker, Statement, Teaser, When
from onrecord.publish.chosen import Chosen
from onrecord.publish.formats import jsonl
from onrecord.store import articles, finds, pages, rejected, statements
from onrecord.store.opening import open_record, transaction
from onrecord.store.pages import Kept
from tests.publish.formats import loading
from tests.store.gold_record import gold_pages, gold_settled, keep_gold

TABLES = (
    "articles",
    "rejected",
    "statements",
    "claims",
    "stories",
    "parties",
    "copies",
    "edits",
    "captures",
    "judgements",
)
WORDS = st.text(st.characters(codec="utf-8"), max_size=40)
MAYBE = st.none() | WORDS


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of newsroom A's gold."""
    folder = tmp_path_factory.mktemp("jsonl")
    with closing(open_record(folder / "record.db")) as conn:
        keep_gold(conn)
        rejected.keep_rejected(conn, Rejected("front.html", "articles", "section front", "u", "7"), "gold")
        written = jsonl.write(conn, folder / "out")
    assert {path: len(loading.rows(path)) for path in written.files} == written.files
    return folder / "out"


def test_there_is_a_file_for_each_table_and_nothing_else(exported: Path) -> None:
    assert sorted(path.name for path in exported.iterdir()) == sorted(f"{name}.jsonl" for name in TABLES)


def test_the_gold_loads_back_equal(exported: Path) -> None:
    settled, read = gold_settled(), [reading for reading, _ in gold_pages()]
    party = dict(settled.parties)
    said = [one for reading in read for one in reading.statements]
    shown = [replace(one, speaker=replace(one.speaker, party=party.get(one.id))) for one in said]
    back = {name: loading.rows(exported / f"{name}.jsonl") for name in TABLES}
    assert [loading.article(row) for row in back["articles"]] == [reading.article for reading in read]
    assert [loading.statement(row) for row in back["statements"]] == shown
    assert [loading.claim(row) for row in back["claims"]] == list(settled.claims)
    assert {loading.story(row) for row in back["stories"]} == set(settled.stories)
    assert [loading.copy(row) for row in back["copies"]] == list(settled.copies)
    assert [loading.rejected(row) for row in back["rejected"]] == [
        Rejected("front.html", "articles", "section front", "u", "7")
    ]


def test_every_article_names_its_bytes_and_when_they_came(exported: Path) -> None:
    came = {row["page"]: row for row in loading.rows(exported / "captures.jsonl")}
    for row in loading.rows(exported / "articles.jsonl"):
        evidence = row["evidence"]
        assert (evidence["sha256"], evidence["captures"]) == (row["page"], 1)
        assert evidence["size"] > 0
        assert {key: came[row["page"]][key] for key in ("url", "fetched", "added")} == {
            key: evidence[key] for key in ("url", "fetched", "added")
        }


def test_rows_refer_to_one_another(exported: Path) -> None:
    settled = gold_settled()
    shown = {row["id"]: row for row in loading.rows(exported / "articles.jsonl")}
    assert {key: row["copy_of"] for key, row in shown.items() if row["copy_of"]} == {
        one.article: one.of for one in settled.copies
    }
    assert {key: row["version_of"] for key, row in shown.items() if row["version_of"]} == dict(settled.versions)
    said = loading.rows(exported / "statements.jsonl")
    assert {row["article"] for row in said} <= shown.keys()
    assert {row["id"]: row["claim"] for row in said if row["claim"]} == {
        statement: one.id for one in settled.claims for statement in one.statements
    }


def test_spans_slice_back_to_what_is_shown(exported: Path) -> None:
    texts = {row["id"]: row["text"] for row in loading.rows(exported / "articles.jsonl")}
    for row in loading.rows(exported / "statements.jsonl"):
        for part in (row["content"], row["cue"], row["source"]):
            if part:
                assert " … ".join(texts[row["article"]][start:end] for start, end in part["spans"]) == part["text"]


def whens(at_least: st.SearchStrategy[str | None]) -> st.SearchStrategy[When]:
    return st.builds(
        When,
        at_least,
        st.sampled_from(["day", "month", "year", "unknown"]),
        st.floats(0, 1),
        st.lists(WORDS, max_size=2).map(tuple),
    )


BLOCKS = st.builds(
    Furniture,
    st.sampled_from(["hot", "other"]),
    WORDS,
    st.lists(st.builds(Teaser, WORDS, MAYBE, MAYBE), max_size=2).map(tuple),
)
ARTICLES = st.builds(
    Article,
    id=st.just("a1"),
    input=WORDS,
    digest=st.just(hashlib.sha256(b"page").hexdigest()),
    text=WORDS,
    headline=WORDS,
    published=whens(MAYBE),
    url=MAYBE,
    outlet=MAYBE,
    byline=st.lists(WORDS, max_size=2).map(tuple),
    agency=MAYBE,
    dateline=MAYBE,
    language=MAYBE,
    furniture=st.lists(BLOCKS, max_size=2).map(tuple),
    input_id=MAYBE,
)
SHARES = st.floats(0, 1)
PARTS = st.builds(Passage, WORDS, st.just((Span(0, 3), Span(5, 9))))
STATEMENTS = st.builds(
    Statement,
    id=st.just("s1"),
    article=st.just("a1"),
    kind=st.just("mixed"),
    content=PARTS,
    cue=st.none() | PARTS,
    source=st.none() | PARTS,
    speaker=st.builds(Speaker, MAYBE, MAYBE, MAYBE, WORDS, SHARES),
    stance=st.just("asserts"),
    relay=st.lists(WORDS, max_size=2).map(tuple),
    hedges=st.lists(WORDS, max_size=2).map(tuple),
    basis=st.lists(WORDS, max_size=2).map(tuple),
    confidence=SHARES,
    said_on=st.none() | whens(MAYBE),
)


@settings(max_examples=40, deadline=None)
@given(ARTICLES, STATEMENTS)
def test_whatever_is_exported_loads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, article: Article, statement: Statement
) -> None:
    folder = tmp_path_factory.mktemp("any")
    with closing(open_record(folder / "record.db")) as conn:
        keep(conn, article, statement)
        jsonl.write(conn, folder)
    assert [loading.article(row) for row in loading.rows(folder / "articles.jsonl")] == [article]
    assert [loading.statement(row) for row in loading.rows(folder / "statements.jsonl")] == [statement]


def keep(conn: sqlite3.Connection, article: Article, statement: Statement) -> None:
    with transaction(conn):
        pages.keep_page(conn, Kept(article.digest, "a.html", "2026-03-18T08:00:00Z"), b"page")
        articles.keep_article(conn, article)
        statements.keep_statements(conn, article.id, [statement])
        finds.found(conn, article.digest, article.id, "x")


def test_an_older_export_is_replaced(exported: Path, tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text("old\n" * 100)
    with closing(open_record(tmp_path / "empty.db")) as conn:
        assert set(jsonl.write(conn, tmp_path).files.values()) == {0}
    assert (tmp_path / "articles.jsonl").read_text() == ""
    assert json.loads((exported / "articles.jsonl").read_text().split("\n")[0])["headline"]


def test_single_articles_are_refused(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "empty.db")) as conn, pytest.raises(UsageError, match="the whole record"):
        jsonl.write(conn, tmp_path, only=Chosen(articles=("a",)))
