"""Settling article by article comes to the same as settling everything at once, whatever came first."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import claims
from onrecord.model import Claim, Decided, Reading, Settled, Statement
from onrecord.pipeline.settle import settle
from onrecord.pipeline.settle_batch import settle_batch
from onrecord.pipeline.settle_story import Told
from onrecord.store import articles, finds, pages, statements, tallies, touched
from onrecord.store.opening import open_record, transaction
from onrecord.store.pages import Kept
from tests.store.gold_record import gold_pages

NOBODY = Decided()


@pytest.fixture(autouse=True)
def quick_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims by party: what is tested is what they are made from, and grouping takes its time."""

    def grouped(_: object, said: Iterable[Statement], *__: object, **___: object) -> tuple[claims.Group, ...]:
        held: dict[str, list[str]] = {}
        for one in said:
            held.setdefault(one.speaker.party or "", []).append(one.id)
        return tuple(claims.Group(tuple(sorted(several)), {}) for _, several in sorted(held.items()))

    monkeypatch.setattr("onrecord.claims.group", grouped)
    monkeypatch.setattr("onrecord.origins.judge", lambda *_, **__: NO_ORIGINS)


class _None:
    """Nobody is judged to know anything."""

    origins = ()
    possible = ()


NO_ORIGINS = _None()


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(reading for reading, _ in gold_pages())


def keep(conn: sqlite3.Connection, several: Iterable[Reading]) -> None:
    for one in several:
        digest = hashlib.sha256(one.article.id.encode()).hexdigest()
        article = replace(one.article, digest=digest)
        pages.keep_page(conn, Kept(digest, article.input, "2026-03-18T08:00:00Z"), b"")
        articles.keep_article(conn, article)
        statements.keep_statements(conn, article.id, one.statements)
        finds.found(conn, digest, article.id, "rules")
        touched.touch(conn, [article.id])


def hide(conn: sqlite3.Connection, several: Iterable[Reading]) -> None:
    for one in several:
        conn.execute("DELETE FROM finds WHERE article = ?", (one.article.id,))
        conn.execute("DELETE FROM statements WHERE article = ?", (one.article.id,))
        touched.touch(conn, [one.article.id])


def settle_touched(conn: sqlite3.Connection, most: int) -> Settled:
    while several := touched.next_touched(conn, most):
        with transaction(conn):
            settle_batch(conn, several, NOBODY)
    return tallies.settled(conn)


def indexes(conn: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    tables = ("sketches", "prints", "overlaps", "postings", "neighbours", "voices", "article_voices")
    return [sorted(map(tuple, conn.execute(f"SELECT * FROM {table}")), key=repr) for table in tables]


@pytest.fixture(params=["as it is", "small bounds"])
def bounds(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bounds as they are, which so few articles never reach, and bounds that they do."""
    if request.param == "small bounds":
        for name, value in (("CROWD", 2), ("HUBS", 1)):
            monkeypatch.setattr(f"onrecord.origins.candidates.{name}", value)
            monkeypatch.setattr(f"onrecord.origins.{name}", value)
        monkeypatch.setattr("onrecord.stories.blocks.LIMIT", 3)


@pytest.mark.usefixtures("bounds")
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_in_any_portions_settles_the_same(data: st.DataObject) -> None:
    order: Sequence[int] = data.draw(st.permutations(range(14)))
    cuts = sorted(data.draw(st.sets(st.integers(1, 13), max_size=5)))
    most = data.draw(st.sampled_from((1, 3, 20)))
    held = [readings()[at] for at in order]
    with TemporaryDirectory() as folder, closing(open_record(Path(folder) / "record.db")) as conn:
        for start, end in zip([0, *cuts], [*cuts, 14], strict=True):
            keep(conn, held[start:end])
            assert settle_touched(conn, most) == settle(held[:end])


@pytest.mark.usefixtures("bounds")
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.sets(st.integers(0, 11), min_size=1, max_size=8))
def test_what_is_shown_no_more_leaves_no_trace(gone: set[int]) -> None:
    held = readings()[:12]
    rest = [one for at, one in enumerate(held) if at not in gone]
    with TemporaryDirectory() as folder:
        with closing(open_record(Path(folder) / "less.db")) as conn:
            keep(conn, held)
            settle_touched(conn, 20)
            hide(conn, [held[at] for at in gone])
            assert settle_touched(conn, 2) == settle(rest)
            left = indexes(conn)
        with closing(open_record(Path(folder) / "never.db")) as conn:
            keep(conn, rest)
            settle_touched(conn, 20)
            assert indexes(conn) == left


def test_the_whole_newsroom_one_by_one(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        keep(conn, readings()[::-1])
        assert settle_touched(conn, 7) == settle(readings())


def test_a_story_that_nothing_touches_is_not_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def noted(one: Told) -> list[Claim]:
        told.append(one.story.id)
        return []

    with closing(open_record(tmp_path / "record.db")) as conn:
        keep(conn, readings()[1:])
        settle_touched(conn, 100)
        monkeypatch.setattr("onrecord.pipeline.settle_told.claims_of", noted)
        keep(conn, readings()[:1])
        stories = settle_touched(conn, 100).stories
    assert 1 <= len(told) < len(stories)
