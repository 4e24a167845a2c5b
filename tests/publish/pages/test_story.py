"""The page of a story and its long lists."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from onrecord.model import Toll
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.story import long_lists, story_articles_page, story_claims_page, story_page, toll
from onrecord.store.opening import open_record
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record

HOSTILE = "</p></title><script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{ 7*7 }} \u202e"


def test_a_story_tells_sides_days_and_heat(tmp_path: Path) -> None:
    story = small_record(tmp_path / "r.db", plain).stories[0]
    with closing(open_record(tmp_path / "r.db", readonly=True)) as conn:
        seen = check(story_page(conn, Addresses(), story.id) or "")
        assert story_page(conn, Addresses(), "none") is None
    text = " ".join(seen.text.split())
    for words in ("Disputed", "Walked back", "Who stands where", "Day by day", "repeated by 1 article", "Cold"):
        assert words in text, words
    assert "Tarn does not comment → now denies" in text
    assert "single origin → now contested" in text
    assert "2 articles from 2 outlets" in text
    assert text.index("Agreed") < text.index("Disputed") < text.index("Walked back") < text.index("Day by day")


def test_its_long_lists_are_whole(tmp_path: Path) -> None:
    story = small_record(tmp_path / "r.db", plain).stories[0]
    with closing(open_record(tmp_path / "r.db", readonly=True)) as conn:
        articles = check(story_articles_page(conn, Addresses(), story.id) or "")
        every = check(story_claims_page(conn, Addresses(), story.id) or "")
        some = check(story_claims_page(conn, Addresses(), story.id, status="contested") or "")
        told, claimed = long_lists(conn, story)
    held = {link.get("href") for link in articles.links}
    assert {f"/articles/{id_}" for id_ in story.articles} <= held
    assert "contested claims" in some.text.lower()
    assert "withdrawn" in every.text
    assert (told.pages, claimed[""].total, claimed["contested"].total) == (1, 2, 1)


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    story = small_record(tmp_path / "r.db", lambda said: said + HOSTILE).stories[0]
    with closing(open_record(tmp_path / "r.db", readonly=True)) as conn:
        for make in (story_page, story_articles_page, story_claims_page):
            page = make(conn, Addresses(), story.id) or ""
            assert "{{ 7*7 }}" in check(page).text
            assert "\u202e" not in page


def test_the_toll_is_the_last_one_and_others_stand_behind_it(tmp_path: Path) -> None:
    story = small_record(tmp_path / "r.db", plain).stories[0]
    tolls = (Toll("a", None, 11, None, ("11 dead",)), Toll("b", None, 14, 2, ("14",)), Toll("c", None, 14, 2, ("14",)))
    found = toll(replace(story, tolls=tolls), {"a": "One", "b": "Two", "c": "Three"})
    assert found
    assert (found.last.killed, found.outlet) == (14, "Three")
    assert [(one.killed, outlet) for one, outlet in found.before] == [(11, "One")]
    assert toll(story, {}) is None
