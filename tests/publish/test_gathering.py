from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.model import Settled
from onrecord.publish import gathering
from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import articles_in, as_of, claims_in, part_of, read_in, stories_in
from onrecord.store.opening import open_record
from tests.publish.assessed_record import AT, assessed_record
from tests.publish.small_record import plain


@pytest.fixture
def record(tmp_path: Path) -> Iterator[tuple[sqlite3.Connection, Settled]]:
    settled = assessed_record(tmp_path / "r.db", plain)
    with closing(open_record(tmp_path / "r.db")) as conn:
        yield conn, settled


def test_the_whole_record_piece_by_piece(
    record: tuple[sqlite3.Connection, Settled], monkeypatch: pytest.MonkeyPatch
) -> None:
    conn, settled = record
    monkeypatch.setattr(gathering, "PIECE", 1)
    part = part_of(conn, WHOLE)
    assert [one.id for one in articles_in(conn, part)] == list(settled.stories[0].articles)
    read = list(read_in(conn, part))
    assert sum(len(one.told) for one in read) == 8
    assert {told.claim for one in read for told in one.told} == {settled.claims[0].id}
    assert {told.party for told in read[0].told} == {"Vessa", "Tarn", None}
    assert {one.id for one, _ in claims_in(conn, part)} == {one.id for one in settled.claims}
    assert [one.id for one in stories_in(conn, part)] == sorted(one.id for one in settled.stories)


def test_a_claim_comes_with_its_statements_and_the_articles_of_its_origins(
    record: tuple[sqlite3.Connection, Settled],
) -> None:
    conn, settled = record
    part = part_of(conn, Chosen(claims=(settled.claims[0].id,)))
    assert part.articles == settled.stories[0].articles
    assert (part.claims, part.stories) == ((settled.claims[0].id,), ())
    assert {told.statement.id for one in read_in(conn, part) for told in one.told} == set(settled.claims[0].statements)
    ((_, signed),) = claims_in(conn, part)
    assert signed is not None
    assert (signed.letter, signed.digit) == ("B", "2")


def test_a_story_and_an_article(record: tuple[sqlite3.Connection, Settled]) -> None:
    conn, settled = record
    story, article = settled.stories[0], settled.stories[0].articles[1]
    part = part_of(conn, Chosen(stories=(story.id,)))
    assert (part.articles, part.stories, len(part.claims)) == (story.articles, (story.id,), 2)
    alone = part_of(conn, Chosen(articles=(article,)))
    assert (alone.articles, alone.claims, alone.stories) == ((article,), (), ())
    assert sum(len(one.told) for one in read_in(conn, alone)) == 4
    assert part_of(conn, Chosen(claims=("none",))).articles == ()


def test_the_moment_of_the_record_is_its_last_page_or_judgement(
    record: tuple[sqlite3.Connection, Settled], tmp_path: Path
) -> None:
    assert as_of(record[0]) == AT
    with closing(open_record(tmp_path / "empty.db")) as conn:
        assert as_of(conn) == "1970-01-01T00:00:00Z"
