"""How the record is fed: what is followed, what was refused, and why."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from onrecord.model import Follow
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.sources import refused_page, sources_page
from onrecord.store import follows
from onrecord.store.opening import open_record, transaction
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record


def words(page: str | None) -> str:
    assert page
    return " ".join(" ".join(check(page).words).split())


def test_refusals_come_with_their_reasons_and_lists(tmp_path: Path) -> None:
    small_record(tmp_path / "record.db", plain)
    with closing(open_record(tmp_path / "record.db", readonly=True)) as conn:
        text = words(sources_page(conn, Addresses()))
        listed = words(refused_page(conn, Addresses(), "articles", "no article body"))
        assert refused_page(conn, Addresses(), "articles", "none such") is None
    assert "Nothing is followed" in text
    assert "no article body while looking for the story 1 pages/3.html" in text
    assert "pages/3.html its bytes were not kept" in listed


def test_what_is_followed_shows_its_trouble(tmp_path: Path) -> None:
    small_record(tmp_path / "record.db", plain)
    with closing(open_record(tmp_path / "record.db")) as conn:
        with transaction(conn):
            url = "https://gull.example/feed.xml"
            one = Follow(url, url, "feed", "2026-05-05T08:00:00Z", "2026-05-04T08:00:00Z", 2, "no answer within 20 s")
            follows.follow(conn, one)
            follows.found(conn, url, ["https://gull.example/a"], due="2026-05-04T09:00:00Z")
        text = words(sources_page(conn, Addresses()))
    assert "2 failures in a row: no answer within 20 s" in text
    assert "4 May 2026 at 08:00 UTC 4 May 2026 at 09:00 UTC 0 0 0" in text
