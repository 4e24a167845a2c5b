"""What holds for every export: the same bytes again, nothing left beside, a clear word where it cannot be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.publish.chosen import Chosen
from onrecord.publish.formats import format_named, names
from onrecord.publish.takeaway import offers
from onrecord.store.opening import open_record
from tests.publish.assessed_record import assessed_record, hostile
from tests.publish.small_record import plain

KINDS = {"article": "articles", "claim": "claims", "story": "stories"}


@pytest.fixture(scope="module", params=[plain, hostile], ids=["plain", "hostile"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("formats") / "record.db"
    assessed_record(path, request.param)
    with closing(open_record(path)) as conn:
        yield conn


def files(out: Path) -> dict[str, bytes]:
    """What an export has written, by the names of its files."""
    if out.is_file():
        return {"": out.read_bytes()}
    return {str(one.relative_to(out)): one.read_bytes() for one in sorted(out.rglob("*")) if one.is_file()}


def ids(conn: sqlite3.Connection, kind: str) -> str:
    """The id of something of that kind."""
    table = {"article": "articles", "claim": "claims", "story": "stories"}[kind]
    where = "WHERE status = 'contested'" if kind == "claim" else "ORDER BY heat DESC" if kind == "story" else ""
    return str(conn.execute(f"SELECT id FROM {table} {where} LIMIT 1").fetchone()[0])


@pytest.mark.parametrize("name", names())
def test_the_same_record_gives_the_same_bytes(kept: sqlite3.Connection, tmp_path: Path, name: str) -> None:
    for folder in ("a", "b"):
        written = format_named(name).write(kept, tmp_path / folder / "out")
        assert written.files
        assert sum(written.files.values()) > 0
    first = files(tmp_path / "a" / "out")
    assert first == files(tmp_path / "b" / "out")
    assert first
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", names())
def test_it_can_be_of_a_part_or_says_of_what_it_can(
    kept: sqlite3.Connection, tmp_path: Path, name: str, kind: str
) -> None:
    only = Chosen(**{KINDS[kind]: (ids(kept, kind),)})  # type: ignore[arg-type]
    made = format_named(name)
    if kind in made.of:
        written = made.write(kept, tmp_path / "out", only=only)
        assert sum(written.files.values()) > 0
        assert files(tmp_path / "out")
    else:
        with pytest.raises(UsageError, match=f"{name} cannot be of a single {kind}; it can be of the whole record"):
            made.write(kept, tmp_path / "out", only=only)
        assert not (tmp_path / "out").exists()


def test_every_format_says_what_it_is() -> None:
    for name in names():
        made = format_named(name)
        assert made.name == name
        assert made.tells
        assert set(made.of) <= set(KINDS)


def test_what_pages_offer_can_be_had() -> None:
    for kind in KINDS:
        offered = [one.format for one in offers(kind)]
        assert len(offered) == len(set(offered))
        for name in offered:
            assert kind in format_named(name).of, (kind, name)


def test_there_is_no_format_of_another_name() -> None:
    with pytest.raises(KeyError):
        format_named("../jsonl")
