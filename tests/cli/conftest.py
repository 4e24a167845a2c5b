"""A record to look at, and reading without worker processes."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.pipeline.sources import Reader, one_by_one
from onrecord.store.opening import open_record
from tests.store.gold_record import keep_gold

TEXT = """The harbour is closed, harbour master Ada Moreau said on Friday. "Nobody may leave before noon," she said.

The mayor, Tor Lind, said he had not been told. "I read it in the paper," Lind said."""


class Here:
    """Stands in for the pool: reads in this process."""

    def __enter__(self) -> Reader:
        return one_by_one

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""


@pytest.fixture(autouse=True)
def no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.cli.reading.Pool", Here)


@pytest.fixture(scope="session")
def gold_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of newsroom A's gold."""
    path = tmp_path_factory.mktemp("gold") / "record.db"
    with closing(open_record(path)) as conn:
        keep_gold(conn)
    return path


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A page that is an article's own text."""
    path = tmp_path / "pages" / "story.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text on standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
