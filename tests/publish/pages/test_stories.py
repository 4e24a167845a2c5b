"""Who told a story, and when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from onrecord.publish.pages.stories import story_entries, told
from onrecord.store.opening import open_record
from tests.publish.small_record import plain, small_record


def test_an_original_stands_before_its_copy_of_the_same_day(tmp_path: Path) -> None:
    story = small_record(tmp_path / "record.db", plain).stories[0]
    conn = open_record(tmp_path / "record.db", readonly=True)
    shown = told(conn, replace(story, articles=story.articles[::-1]))
    entries = story_entries(conn, [story])
    conn.close()
    assert [(one.outlet, one.relation, one.copy_of) for one in shown] == [
        ("Outlet one", "", None),
        ("Outlet two", "copy", "Outlet one"),
    ]
    assert [one.statements for one in shown] == [4, 4]
    (entry,) = entries
    assert (entry.articles, entry.outlets, entry.first, entry.last) == (2, 2, "2026-05-04", "2026-05-04")
    assert entry.statuses == (("contested", 1), ("withdrawn", 1))
