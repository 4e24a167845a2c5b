"""The list of stories, a page at a time, and the entries of a story."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.stories import stories_page, story_entries
from onrecord.store.opening import open_record
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record


def test_an_entry_counts_articles_outlets_and_statuses(tmp_path: Path) -> None:
    story = small_record(tmp_path / "record.db", plain).stories[0]
    with closing(open_record(tmp_path / "record.db", readonly=True)) as conn:
        (entry,) = story_entries(conn, [story])
    assert (entry.articles, entry.outlets, entry.first, entry.last) == (2, 2, "2026-05-04", "2026-05-04")
    assert entry.statuses == (("contested", 1), ("withdrawn", 1))
    assert entry.topics == ("Bridges",)


def test_the_list_has_two_orders_and_leads_to_topics(tmp_path: Path) -> None:
    small_record(tmp_path / "record.db", plain)
    with closing(open_record(tmp_path / "record.db", readonly=True)) as conn:
        hot, new = (check(stories_page(conn, Addresses(), order=order)) for order in ("", "new"))
    assert hot.text.index("The bridge") < hot.text.index("Another")
    assert "/topics/Bridges" in {link.get("href") for link in hot.links}
    # A story without articles has no newest one.
    assert "Another" not in new.text
