"""The desk is timed as it is served."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from bench.desk_pages import Kind, kinds, pages_to_add, words_of
from bench.desk_speed import Timed, loaded, percentile, row, served, timed
from onrecord.store.opening import open_record
from tests.publish.small_record import plain, small_record


def test_pages_are_timed_and_counted(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    small_record(record, plain)
    with served(record) as desk:
        cold, warm = timed(desk, record, Kind("about", ("/about",)), 2)
        told = loaded(desk, seconds=0.2)
    assert len(warm) == 5 * len(cold) == 10
    assert all(0 < one.first <= one.whole and one.size > 500 for one in (*cold, *warm))
    assert told.startswith("front pages a second: ")


def test_what_misses_its_budget_is_marked() -> None:
    quick, slow = Timed(3, 4, 20_000, 2), Timed(51, 60, 160_000, 40)
    assert "*" not in row("story", [quick], [quick])
    assert row("story", [slow], [quick]).count("*") == 2


@pytest.mark.parametrize(("share", "value"), [(0.5, 51), (0.99, 100), (0.0, 1)])
def test_percentiles(share: float, value: int) -> None:
    assert percentile([float(n) for n in range(100, 0, -1)], share) == value


def test_every_kind_of_page_of_a_record_is_asked_for(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    small_record(record, plain)
    with closing(open_record(record)) as conn:
        found = kinds(conn, 5)
        assert all(kind.addresses for kind in found)
        assert len({kind.name for kind in found}) == len(found)
        assert words_of(conn, 3)
        pages_to_add(conn, tmp_path)
    assert "<h1>" in next(tmp_path.glob("*.html")).read_text()
