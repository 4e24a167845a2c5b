"""The record from Python, as docs/python.md tells it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import RecordError, UsageError
from onrecord.model import Reading, Rejected

SAMPLE = Path(__file__).parents[2] / "samples" / "newsroom" / "pages"
PAGES = [
    SAMPLE / "003-courier-berecz-they-are-coming-by-rail.txt",
    SAMPLE / "004-herald-veligrad-rejects-dolmar-fantasy.html",
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("python") / "a.db"
    with onrecord.open_record(made, make=True) as record:
        assert [one.articles for one in record.add(*PAGES)] == [1, 1]
    return made


def test_what_was_added_is_there(path: Path) -> None:
    with onrecord.open_record(path) as record:
        [first, second] = record.articles()
        assert record.article(first.id[:8]) == first
        assert record.statements(second)
        claims = record.claims()
        assert record.claim(claims[0].id) == claims[0]
        assert {one.id for one in record.statements(claims[0])} == set(claims[0].statements)
        assert {one.status for one in record.claims(status="contested")} <= {"contested"}
        assert record.stories()[0].articles
        [name, *_] = [one.speaker.name for one in record.statements(first) if one.speaker.name]
        assert name in {one.speaker.name for one in record.said_by(name)}
        assert record.search("rail").articles
        assert record.positions("troops are coming by rail").question


def test_whoever_only_reads_changes_nothing(path: Path) -> None:
    with onrecord.open_record(path) as record, pytest.raises(sqlite3.OperationalError, match="readonly"):
        list(record.add(b"<p>Ada Moreau said the harbour was shut on Monday.</p>"))


def test_what_is_not_there_is_said(path: Path, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is none"):
        onrecord.open_record(tmp_path / "no.db")
    with onrecord.open_record(path) as record:
        with pytest.raises(UsageError, match="no ids begin with 'zz': give another"):
            record.claim("zz")
        with pytest.raises(UsageError, match="2 ids begin with '': give more of it"):
            record.article("")


def test_pages_are_read_without_a_record() -> None:
    [found, refused] = onrecord.read_pages(PAGES[1], SAMPLE / "no such page")
    assert isinstance(found, Reading)
    assert isinstance(refused, Rejected)
    assert refused.reason == "no such file or folder"
    [same] = onrecord.read_pages(PAGES[1].read_bytes())
    assert isinstance(same, Reading)
    assert same.article.text == found.article.text
    assert {one.story for one in onrecord.claims_of(found)}
    assert onrecord.claims_of() == ()


def test_names_that_are_not_there() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = onrecord.nothing  # type: ignore[attr-defined]
