"""Following: what an address is, and which of its articles are new."""

from __future__ import annotations

import gzip

import pytest

from onrecord.fetch.answers import FetchError
from onrecord.fetch.clock import seconds_until
from onrecord.pipeline.follow import FIRST_ARTICLES, MOST_ARTICLES, Watch, follow, look
from onrecord.store import follows
from tests.fetch.server import FakeClock, Server, answer, page
from tests.pipeline.newsstand import DAY, feed, index, rss, sitemap, story


def due(at: Watch) -> list[str]:
    return [one.url for one in follows.looks_due(at.conn, at.now(), limit=9_999)]


def test_a_feed_is_followed_for_its_articles(server: Server, at: Watch) -> None:
    feed(server, "/a", "/b")
    new, looked = follow(at, server.url("/feed"))
    assert (new, looked.new, looked.error, looked.follow.kind) == (True, 2, None, "feed")
    assert due(at) == [server.url("/a"), server.url("/b")]
    assert server.paths == ["/feed"], "articles are for the next round"


def test_following_twice_changes_nothing_and_asks_nothing(server: Server, at: Watch) -> None:
    feed(server, "/a")
    follow(at, server.url("/feed"))
    before = list(at.conn.iterdump())
    new, looked = follow(at, server.url("/feed"))
    assert (new, looked.new) == (False, 0)
    assert list(at.conn.iterdump()) == before
    assert server.paths == ["/feed"]


def test_a_page_that_names_a_feed_is_followed_through_it(server: Server, at: Watch) -> None:
    feed(server, "/a")
    named = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><p>Front.</html>'
    server.says["/"] = page(named)
    _, looked = follow(at, server.url("/"))
    assert (looked.follow.url, looked.follow.watched) == (server.url("/"), server.url("/feed"))
    assert (looked.follow.kind, looked.new) == ("feed", 1)
    look(at, looked.follow)
    assert server.paths == ["/", "/feed", "/feed"]


def test_an_article_that_names_a_feed_can_be_watched_itself(server: Server, at: Watch) -> None:
    feed(server, "/a")
    named = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><p>Story.</html>'
    server.says["/story"] = page(named)
    new, looked = follow(at, server.url("/story"), page=True)
    assert (new, looked.new, looked.follow.kind) == (True, 1, "article")
    assert due(at) == [server.url("/story")]
    assert server.paths == [], "it is for the next round"
    assert follow(at, server.url("/story"), page=True)[1].new == 0


def test_an_article_of_the_back_catalogue_is_fetched_when_it_is_watched_itself(server: Server, at: Watch) -> None:
    feed(server, *(f"/{n}" for n in range(FIRST_ARTICLES + 1)))
    follow(at, server.url("/feed"))
    (left,) = {server.url(f"/{n}") for n in range(FIRST_ARTICLES + 1)} - set(due(at))
    _, looked = follow(at, left, page=True)
    assert looked.new == 1
    assert left in due(at)


def test_a_feed_that_a_page_names_inside_the_house_is_refused(server: Server, at: Watch) -> None:
    named = (
        b'<html><head><link rel="alternate" type="application/rss+xml" href="http://169.254.169.254/f"></head></html>'
    )
    server.says["/"] = page(named)
    _, looked = follow(at, server.url("/"))
    assert "no public address (link-local)" in str(looked.error)
    assert looked.follow.kind is None


def test_any_other_page_is_watched_as_an_article(server: Server, at: Watch) -> None:
    story(server, "/a", "The ferry was late.")
    _, looked = follow(at, server.url("/a"))
    assert (looked.follow.kind, looked.follow.due, looked.new) == ("article", None, 1)
    assert due(at) == [server.url("/a")]


def test_a_page_that_names_a_feed_that_is_none_is_watched_as_an_article(server: Server, at: Watch) -> None:
    named = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><p>Front.</html>'
    server.says |= {"/": page(named), "/feed": page(b"<html><p>Nothing here.</html>")}
    _, looked = follow(at, server.url("/"))
    assert (looked.follow.kind, looked.follow.watched, due(at)) == ("article", server.url("/"), [server.url("/")])


def test_a_feed_that_became_a_page_is_told(server: Server, at: Watch) -> None:
    feed(server, "/a")
    _, looked = follow(at, server.url("/feed"))
    server.says["/feed"] = page(b"<html><p>We have moved.</html>")
    again = look(at, looked.follow)
    assert (again.error, again.follow.kind, again.follow.failures) == ("gives no feed any more", "feed", 1)
    server.says["/feed"] = answer(200, rss([]), content_type="text/xml")
    assert look(at, again.follow).error is None


def test_of_a_sitemap_the_newest_are_fetched_and_the_rest_is_known(server: Server, at: Watch) -> None:
    days = {server.url(f"/{n}"): f"2026-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(70)}
    server.says["/map"] = answer(200, gzip.compress(sitemap(days)), content_type="application/x-gzip")
    _, looked = follow(at, server.url("/map"))
    assert (looked.follow.kind, looked.new) == ("sitemap", FIRST_ARTICLES)
    assert due(at) == [server.url(f"/{n}") for n in range(69, 19, -1)]
    days[server.url("/new")] = "2026-03-14"
    server.says["/map"] = answer(200, sitemap(days), content_type="application/xml")
    assert look(at, looked.follow).new == 1


def test_of_an_index_the_newest_sitemaps_are_read(server: Server, at: Watch) -> None:
    server.says["/index"] = answer(200, index({server.url(f"/m{n}"): f"2026-01-{n:02}" for n in range(1, 9)}))
    for n in range(1, 9):
        server.says[f"/m{n}"] = answer(200, gzip.compress(sitemap({server.url(f"/a{n}"): "2026-01-01"})))
    _, looked = follow(at, server.url("/index"))
    assert looked.follow.kind == "sitemap"
    assert server.paths == ["/index", "/m8", "/m7", "/m6"]
    assert due(at) == [server.url(f"/a{n}") for n in (8, 7, 6)]


def test_what_is_unchanged_costs_no_reading(server: Server, at: Watch, clock: FakeClock) -> None:
    feed(server, "/a", etag='"1"')
    _, looked = follow(at, server.url("/feed"))
    server.says["/feed"] = answer(304)
    clock.passed += DAY
    again = look(at, looked.follow)
    assert (again.new, again.error) == (0, None)
    assert server.asked[-1][1]["if-none-match"] == '"1"'
    assert again.follow.fetched > looked.follow.fetched  # type: ignore[operator]
    assert again.follow.validators == looked.follow.validators


def test_a_flood_of_new_articles_is_taken_in_parts(server: Server, at: Watch) -> None:
    feed(server, "/first")
    _, looked = follow(at, server.url("/feed"))
    urls = [server.url(f"/{n}") for n in range(MOST_ARTICLES + 30)]
    server.says["/feed"] = answer(200, rss(urls), content_type="text/xml", etag='"2"')
    looked = look(at, looked.follow)
    assert looked.new == MOST_ARTICLES
    looked = look(at, looked.follow)
    assert looked.new == 30
    assert look(at, looked.follow).new == 0
    assert len(due(at)) == MOST_ARTICLES + 31


def test_addresses_that_are_none_are_left_out(server: Server, at: Watch) -> None:
    urls = ["http://user:secret@news.test/a", "ftp://news.test/a", "http://a..b/c", server.url("/a")]
    server.says["/feed"] = answer(200, rss(urls), content_type="text/xml")
    assert follow(at, server.url("/feed"))[1].new == 1


def test_a_failure_is_noted_and_asked_again_later_and_later(server: Server, at: Watch, clock: FakeClock) -> None:
    server.says["/feed"] = answer(404)
    _, looked = follow(at, server.url("/feed"))
    assert looked.error == "news.test answered 404"
    waits = []
    for _ in range(10):
        waits.append(seconds_until(looked.follow.due, clock.now()))
        clock.passed += 2 * DAY
        looked = look(at, looked.follow)
    assert waits[:3] == pytest.approx([600, 1200, 2400], abs=1)
    assert max(waits) == pytest.approx(DAY, abs=1)
    assert follows.followed(at.conn, looked.follow.url) == looked.follow
    assert looked.follow.failures == 11
    feed(server, "/a")
    clock.passed += 2 * DAY
    looked = look(at, looked.follow)
    assert (looked.error, looked.follow.failures, looked.follow.kind, looked.new) == (None, 0, "feed", 1)


def test_a_host_that_wants_quiet_is_no_failure_of_the_feed(server: Server, at: Watch) -> None:
    server.says["/feed"] = answer(429, retry_after="7200")
    _, looked = follow(at, server.url("/feed"))
    assert (looked.follow.failures, looked.follow.due) == (1, "2026-03-14T11:00:01Z")
    again = look(at, looked.follow)
    assert (again.follow.failures, again.follow.due) == (1, "2026-03-14T11:00:01Z")
    assert server.paths == ["/feed"]


@pytest.mark.parametrize("url", ["news.test/feed", "ftp://news.test/", "http://a:b@news.test/", ""])
def test_what_is_no_address_is_not_followed(at: Watch, url: str) -> None:
    with pytest.raises(FetchError):
        follow(at, url)
    assert follows.follows(at.conn) == []
