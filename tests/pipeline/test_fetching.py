"""Rounds of fetching: everything once, again at 1 h, 24 h and 7 d, and nothing lost when it is ended."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from onrecord.fetch.answers import Failure
from onrecord.model import Follow, Look
from onrecord.pipeline.fetching import MOST_FAILURES, Round, in_turn, looked_at
from onrecord.pipeline.follow import Watch, follow
from onrecord.pipeline.verify import verify
from onrecord.store import articles, follows
from tests.fetch.server import FakeClock, Server, answer
from tests.pipeline.newsstand import DAY, HOUR, feed, fetch_round, rss, story, watch
from tests.pipeline.stand_ins import GoldReader


def followed(server: Server, at: Watch, *paths: str) -> None:
    for path in paths:
        story(server, path, f"Words of {path}.")
    feed(server, *paths)
    follow(at, server.url("/feed"))


def headlines(conn: sqlite3.Connection) -> list[str]:
    return [one.headline for one in articles.articles(conn)]


def test_new_articles_are_fetched_and_kept_with_how_they_came(server: Server, at: Watch) -> None:
    followed(server, at, "/a", "/b")
    done = fetch_round(at)
    assert headlines(at.conn) == ["Headline of /a", "Headline of /b"]
    told = done.told[server.url("/feed")]
    assert told.counts["new"] == told.counts["articles"] == 2
    assert told.errors == []
    assert verify(at.conn) == []
    row = at.conn.execute("SELECT url, status, fetched FROM captures ORDER BY rowid").fetchone()
    assert tuple(row) == (server.url("/a"), 200, "2026-03-14T09:00:02Z")


def test_the_day_a_feed_gives_its_article_is_kept_with_the_capture(server: Server, at: Watch) -> None:
    story(server, "/a", "Words.")
    feed(server, "/a")
    dated = b"<pubDate>Fri, 13 Mar 2026 18:00:00 +0000</pubDate></item>"
    server.says["/feed"] = answer(200, rss([server.url("/a")]).replace(b"</item>", dated))
    follow(at, server.url("/feed"))
    fetch_round(at)
    assert [row[0] for row in at.conn.execute("SELECT listed FROM captures")] == ["Fri, 13 Mar 2026 18:00:00 +0000"]


def test_a_second_round_at_once_asks_nothing(server: Server, at: Watch) -> None:
    followed(server, at, "/a")
    fetch_round(at)
    before, asked = list(at.conn.iterdump()), len(server.asked)
    assert fetch_round(at).told == {}
    assert list(at.conn.iterdump()) == before
    assert len(server.asked) == asked


def test_articles_are_looked_at_again_after_1_24_and_168_hours(server: Server, at: Watch, clock: FakeClock) -> None:
    followed(server, at, "/a")
    looked: list[float] = []
    for hours in [0.5] * 4 + [5.5] * 36:
        server.asked.clear()
        fetch_round(at)
        looked += [clock.passed / HOUR] * server.paths.count("/a")
        clock.passed += hours * HOUR
    assert [int(moment - looked[0]) for moment in looked] == [0, 1, 24, 172], "the first rounds after 1, 24 and 168"


def test_looks_that_were_slept_through_are_not_made_up_for(server: Server, at: Watch, clock: FakeClock) -> None:
    followed(server, at, "/a")
    fetch_round(at)
    server.asked.clear()
    clock.passed += 2 * DAY
    for _ in range(3):
        fetch_round(at)
    assert server.paths.count("/a") == 1
    clock.passed += 30 * DAY
    for _ in range(3):
        fetch_round(at)
    assert server.paths.count("/a") == 2


def test_an_edit_is_a_version_and_no_change_is_nothing(server: Server, at: Watch, clock: FakeClock) -> None:
    followed(server, at, "/a", "/b")
    fetch_round(at)
    before = len(articles.articles(at.conn))
    story(server, "/a", "Other words.")
    server.says["/b"] = answer(304)
    clock.passed += 2 * HOUR
    told = fetch_round(at).told[server.url("/feed")]
    assert (told.counts["again"], told.counts["changed"], told.counts["articles"]) == (2, 1, 1)
    assert len(articles.articles(at.conn)) == before + 1
    assert "if-none-match" in server.asked[-1][1]


def test_unchanged_bytes_without_validators_are_not_read_again(server: Server, at: Watch, clock: FakeClock) -> None:
    followed(server, at, "/a")
    server.says["/a"] = server.says["/a"].replace(b"etag", b"x-tag")  # type: ignore[union-attr]
    fetch_round(at)
    clock.passed += 2 * HOUR
    reader = GoldReader()
    one = Round(at, reader)
    list(one.run())
    assert reader.read == []
    assert one.told[server.url("/feed")].counts == {"again": 1}


def test_a_failure_is_told_and_the_rest_is_kept(server: Server, at: Watch, clock: FakeClock) -> None:
    followed(server, at, "/a", "/b", "/c")
    server.says["/b"] = answer(404)
    told = fetch_round(at).told[server.url("/feed")]
    assert headlines(at.conn) == ["Headline of /a", "Headline of /c"]
    assert (told.counts["failed"], told.errors) == (1, [f"{server.url('/b')}: news.test answered 404"])
    assert follows.tallied(at.conn) == {server.url("/feed"): (2, 1)}
    clock.passed += DAY
    server.asked.clear()
    fetch_round(at)
    assert "/b" not in server.paths, "what is not there is not asked for again"


def test_one_host_that_fails_does_not_hold_up_the_others(server: Server, at: Watch) -> None:
    followed(server, at, "/a", "/b", "/c", "/d")
    with Server() as other:
        story(other, "/x", "Words of /x.")
        other.says["/feed"] = answer(200, b"", content_type="text/plain")
        follow(at, other.url("/x", host="other.test"))
        server.says["/b"] = answer(503)
        done = fetch_round(at)
    assert headlines(at.conn) == ["Headline of /a", "Headline of /x"]
    assert server.paths == ["/feed", "/a", "/b"], "after a 503 the host is left alone"
    assert done.told[server.url("/feed")].counts["failed"] == 1


def test_what_could_not_be_asked_is_due_when_the_host_is_free(server: Server, at: Watch, clock: FakeClock) -> None:
    followed(server, at, "/a", "/b")
    server.says["/a"] = answer(429, retry_after="600")
    fetch_round(at)
    clock.passed += 700
    story(server, "/a", "Words of /a.")
    fetch_round(at)
    assert sorted(headlines(at.conn)) == ["Headline of /a", "Headline of /b"]


@pytest.mark.parametrize("steps", range(5))
def test_ended_at_any_step_the_next_does_the_rest(server: Server, at: Watch, clock: FakeClock, steps: int) -> None:
    followed(server, at, "/a", "/b", "/c")
    run = Round(at, GoldReader()).run()
    for _ in range(steps):
        next(run, None)
    run.close()
    clock.passed += 60
    fetch_round(watch(at.conn, clock))
    assert sorted(headlines(at.conn)) == ["Headline of /a", "Headline of /b", "Headline of /c"]
    assert verify(at.conn) == []


def test_an_article_that_was_fetched_and_not_kept_is_fetched_again(server: Server, at: Watch) -> None:
    """Killed between the bytes and the record: the look does not count."""
    followed(server, at, "/a")

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(Round(at, die).run())  # type: ignore[arg-type]
    (look,) = follows.looks_due(at.conn, at.now(), limit=9)
    assert look.first is None
    fetch_round(at)
    assert headlines(at.conn) == ["Headline of /a"]


def test_what_is_followed_no_more_is_left_alone(server: Server, at: Watch, clock: FakeClock) -> None:
    followed(server, at, "/a")
    fetch_round(at)
    assert follows.unfollow(at.conn, server.url("/feed"))
    server.asked.clear()
    clock.passed += 30 * DAY
    fetch_round(at)
    assert server.asked == []
    assert headlines(at.conn) == ["Headline of /a"]


def test_a_feed_of_the_public_web_leads_nowhere_private(server: Server, at: Watch) -> None:
    at = replace(at, config=replace(at.config, allow_private=("other.test",)))
    at.getter.outside.resolver.names["news.test"] = ["93.184.216.34"]  # type: ignore[attr-defined]
    link = Look("http://other.test/secret", "http://news.test/feed", at.now())
    follows.follow(at.conn, Follow(link.follow, link.follow, "feed"))
    follows.found(at.conn, link.follow, [link.url], due=at.now())
    told = fetch_round(at).told[link.follow]
    assert "no public address" in told.errors[0]
    assert server.asked == []


NEVER = Failure("u", "gone", "never")
AGAIN = Failure("u", "busy", "again")


def test_failures_are_given_up_for_new_articles_and_wait_for_the_next_look_of_old_ones(clock: FakeClock) -> None:
    new, old = Look("u", "f", "2026-03-14T09:00:00Z"), Look("u", "f", "2026-03-14T09:00:00Z", "2026-03-14T08:30:00Z")
    assert looked_at(new, NEVER, clock).due is None
    assert looked_at(old, NEVER, clock).due == "2026-03-14T09:30:00Z"
    one = new
    dues = []
    for _ in range(MOST_FAILURES):
        one = looked_at(one, AGAIN, clock)
        dues.append(one.due)
    assert dues == [*(f"2026-03-14T{time}:00Z" for time in ("09:10", "09:20", "09:40", "10:20")), None]
    waiting = looked_at(new, Failure("u", "quiet", "wait", until="2026-03-14T12:00:00Z"), clock)
    assert (waiting.due, waiting.failures) == ("2026-03-14T12:00:00Z", 0)


def test_hosts_take_turns() -> None:
    class Turns:
        def ready(self, url: str) -> float:
            return {"http://a": 5.0, "http://b": 0.0}[url[:8]]

    jobs = ["http://a/1", "http://a/2", "http://b/1", "http://b/2"]
    assert list(in_turn(jobs, str, Turns())) == ["http://b/1", "http://b/2", "http://a/1", "http://a/2"]  # type: ignore[arg-type]
