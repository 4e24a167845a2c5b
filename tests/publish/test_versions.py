"""Versions come in the order they were fetched, else as settled; each step is an edit."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from onrecord.publish import versions
from onrecord.publish.edited import edits_of
from onrecord.store.opening import open_record
from tests.publish.two_versions import keep_versions


def test_fetched_versions_are_in_order_of_fetching(tmp_path: Path) -> None:
    first, second, third = (one.article.id for one in keep_versions(tmp_path / "r.db"))
    with closing(open_record(tmp_path / "r.db")) as conn:
        assert versions.chains(conn) == [[first, second, third]]
        assert versions.before(conn) == {second: first, third: second}
        assert versions.chain_of(conn, second) == [first, second, third]
        assert versions.chain_of(conn, "none") == []
        assert [(one.before, one.article) for one in versions.edits(conn)] == [(first, second), (second, third)]
        conn.execute("UPDATE captures SET fetched = NULL WHERE seq = 1")
        assert versions.chains(conn) == [[third, second, first]], "as they were settled"


def test_an_edit_is_told_in_words(tmp_path: Path) -> None:
    (first, *_) = keep_versions(tmp_path / "r.db")
    with closing(open_record(tmp_path / "r.db")) as conn:
        one, other = edits_of(conn, first.article.id)
        assert edits_of(conn, "none") == ()
    assert [(told.word, told.statement.content.text) for told in one.told] == [
        ("another figure", "The night ferry carried 412 passengers"),
        ("another speaker", "The loading door was sound"),
    ]
    assert one.sums == (
        "another headline",
        "6 words added, 5 removed",
        "statements: 1 with another speaker, 1 with another figure",
    )
    assert [told.word for told in other.told] == ["softened"]
    assert [bool(fold.line) for fold in other.folds] == [True, False]
    assert other.folds[1].unchanged == 2
    assert one.seen == ("2026-05-05T08:00:00Z", "2026-05-05T09:00:00Z")


def test_only_the_edits_near_a_version_if_so_asked(tmp_path: Path) -> None:
    ids = [one.article.id for one in keep_versions(tmp_path / "r.db")]
    with closing(open_record(tmp_path / "r.db")) as conn:
        near = [[view.edit.article for view in edits_of(conn, one, near=1)] for one in ids]
    assert near == [ids[1:2], ids[1:], ids[2:]]
