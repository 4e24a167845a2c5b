"""What was seen is what is kept, and the same as adding it would keep."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from onrecord.config import Config
from onrecord.pipeline import keep
from onrecord.pipeline.hand_in import HandedIn, hand_in, keep_all, keep_folder
from onrecord.pipeline.look_over import Found, found, look_over
from onrecord.read.inputs import Piece
from onrecord.store import articles, rejected, statements
from onrecord.store.opening import open_record
from tests.web.test_add import PAGE, zipped

NOW = "2026-03-14T09:00:00Z"
THREE = Piece(
    "three.zip",
    zipped({"1.html": PAGE.encode(), "2.html": PAGE.replace("pier", "quay").encode(), "3.bin": b"\x00\x01"}),
)


def handed(path: Path, piece: Piece, seen: Found | None = None) -> HandedIn:
    with closing(open_record(path)) as conn:
        seen = seen or found(list(look_over(piece.name, piece.data, "", Config())))
        return hand_in(conn, piece, seen, Config(), now=NOW)


def held(path: Path) -> tuple[list[str], int, list[str]]:
    with closing(open_record(path, readonly=True)) as conn:
        ids = sorted(one.id for one in articles.listed(conn))
        return ids, statements.counted(conn), sorted(one.reason for one in rejected.rejected(conn))


def test_it_keeps_what_adding_keeps(tmp_path: Path) -> None:
    kept = handed(tmp_path / "a.db", THREE)
    assert len(kept.articles) == 2
    assert len(kept.refused) == 1
    with closing(open_record(tmp_path / "b.db")) as conn:
        list(keep_all(conn, THREE, Config(), now=NOW))
    assert held(tmp_path / "a.db") == held(tmp_path / "b.db")
    assert sorted(kept.articles) == held(tmp_path / "a.db")[0]


def test_a_second_time_it_is_known(tmp_path: Path) -> None:
    first = handed(tmp_path / "a.db", THREE)
    before = held(tmp_path / "a.db")
    again = handed(tmp_path / "a.db", THREE)
    assert again.known
    assert not first.known
    assert again.articles == first.articles
    assert held(tmp_path / "a.db") == before


def test_what_was_not_read_to_its_end_is_a_refusal(tmp_path: Path) -> None:
    kept = handed(tmp_path / "a.db", THREE, Found(()))
    assert kept.articles == ()
    assert {one.reason for one in kept.refused} == {"not read to its end: send it again by itself"}


def test_a_folder_tells_how_far_it_is(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "1.html").write_text(PAGE)
    (pages / "2.bin").write_bytes(bytes(range(256)))
    with closing(open_record(tmp_path / "a.db")) as conn:
        told = list(keep_folder(conn, pages, Config(), now=NOW))
        assert not keep.settle_record(conn) or articles.counted(conn) == 1
    assert [(one.done, one.refused) for one in told] == [(1, 0), (2, 1)]
