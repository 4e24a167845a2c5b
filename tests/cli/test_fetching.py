"""follow, unfollow, following, fetch: what they print and how they end."""

from __future__ import annotations

import argparse
import itertools
import json
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.cli.arguments import parser
from onrecord.cli.fetching import LEAST_PAUSE, pause
from onrecord.fetch import Fetcher
from onrecord.fetch.hosts import HostBook
from onrecord.fetch.limits import Limits
from onrecord.pipeline.verify import verify
from onrecord.store import articles
from onrecord.store.opening import open_record
from tests.cli.conftest import Here
from tests.fetch.server import FakeClock, Server, answer, fetcher, page
from tests.pipeline.newsstand import DAY, HOUR, rss

STORY = """<html><head><title>{0}</title></head><body><article><h1>{0}</h1>
<p>The harbour of Portvale is closed, harbour master Ada Moreau said on Friday. "Nobody may leave," she said.</p>
<p>The mayor, Tor Lind, said he had not been told. "I read it in the paper," Lind said, and left for the {0}.</p>
</article></body></html>"""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as one:
        for name in ("one", "two"):
            one.says[f"/{name}"] = page(STORY.format(f"Harbour closed, day {name}").encode())
        one.says["/feed"] = answer(200, rss([one.url("/one"), one.url("/two")]), content_type="text/xml")
        yield one


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    """The command line with a clock of its own, names of its own, and no worker processes."""
    one = FakeClock()

    def made(*, hosts: HostBook | None = None, limits: Limits | None = None) -> Fetcher:
        return fetcher(one, hosts=hosts, limits=limits or Limits())

    monkeypatch.setattr("onrecord.cli.fetching.Fetcher", made)
    monkeypatch.setattr("onrecord.cli.reading.Fetcher", made)
    monkeypatch.setattr("onrecord.cli.fetching.SystemClock", lambda: one)
    monkeypatch.setattr("onrecord.cli.fetching.Pool", Here)
    monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE", "news.test, other.test")
    return one


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONRECORD_RECORD", str(tmp_path / "r.db"))
    return tmp_path / "r.db"


@pytest.mark.usefixtures("clock")
def test_from_following_to_reading(server: Server, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    feed = server.url("/feed")
    assert run(["follow", feed]) == 0
    assert capsys.readouterr() == (f"following {feed} (feed); 2 articles to fetch with: onrecord fetch\n", "")
    assert run(["fetch"]) == 0
    out, err = capsys.readouterr()
    first, last = out.splitlines()
    assert first == f"{feed}: 2 new articles"
    assert last.startswith("kept 2 articles with ")
    assert last.endswith(f" in {record}; next due: 2026-03-14T09:09:01Z")
    assert not err
    with closing(open_record(record)) as conn:
        assert [one.url for one in articles.articles(conn)] == [server.url("/one"), server.url("/two")]
        assert verify(conn) == []
    assert run(["following"]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["kind", "fetched", "next", "articles", "failing", "address", "last", "error"]
    assert row.split() == ["feed", "2026-03-14T09:00:01Z", "2026-03-14T09:09:01Z", "2", feed]
    assert run(["unfollow", feed]) == 0
    assert capsys.readouterr().out == f"{feed} is followed no more; what was kept stays kept\n"


@pytest.mark.usefixtures("clock", "record")
def test_as_json(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    feed = server.url("/feed")
    server.says["/two"] = answer(404)
    assert run(["follow", feed, "--json"]) == 0
    assert run(["fetch", "--json"]) == 1
    assert run(["following", "--json"]) == 0
    assert run(["unfollow", feed, "--json"]) == 0
    out, err = capsys.readouterr()
    followed, fetched, following, ended = (json.loads(line) for line in out.splitlines())
    assert followed == {"url": feed, "watched": feed, "kind": "feed", "new": 2, "error": None}
    assert fetched.pop("statements") > 0
    counts = {"new": 1, "again": 0, "changed": 0, "articles": 1, "refused": 0, "failed": 1}
    assert fetched == {"url": feed, **counts, "errors": [f"{server.url('/two')}: news.test answered 404"]}
    assert (following["articles"], following["failing"], following["error"]) == (1, 1, None)
    assert ended == {"url": feed, "followed": False}
    assert not err


@pytest.mark.usefixtures("clock", "record")
def test_a_failure_is_a_line_and_an_exit_code(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["follow", server.url("/gone")]) == 1
    out, err = capsys.readouterr()
    assert out == f"following {server.url('/gone')}\n"
    assert err == f"onrecord: {server.url('/gone')}: news.test answered 404; it is asked again with: onrecord fetch\n"
    assert run(["follow", server.url("/feed")]) == 0
    server.says["/one"] = answer(410)
    capsys.readouterr()
    assert run(["fetch"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith(f"{server.url('/feed')}: 1 new article, 1 failed\n")
    assert err == f"onrecord: {server.url('/one')}: news.test answered 410\n"


def test_a_round_makes_no_record(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fetch"]) == 2
    assert "there is none" in capsys.readouterr().err
    assert not record.exists()


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(("typed", "said"), [
    (["fetch"], "nothing is followed yet; begin with: onrecord follow URL"),
    (["unfollow", "http://news.test/"], "is not followed; see: onrecord following"),
    (["follow", "news.test/feed"], "only http and https are fetched"),
    (["follow", "http://me:secret@news.test/"], "an address with a name or password in it is not fetched"),
])  # fmt: skip
def test_what_cannot_be_done(record: Path, typed: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    open_record(record).close()
    assert run(typed) == 2
    out, err = capsys.readouterr()
    assert not out
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.usefixtures("record")
def test_again_and_again_until_it_is_ended(
    server: Server, clock: FakeClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(["follow", server.url("/feed")])
    rounds: list[float] = []

    def sleep(seconds: float) -> None:
        if seconds > HOUR / 2:
            rounds.append(clock.passed)
            if len(rounds) == 4:
                signal.raise_signal(signal.SIGTERM)
        clock.passed += seconds

    monkeypatch.setattr(clock, "sleep", sleep)
    before = signal.getsignal(signal.SIGTERM)
    assert run(["fetch", "--every", "1h"]) == 0
    assert signal.getsignal(signal.SIGTERM) is before
    gaps = [later - earlier for earlier, later in itertools.pairwise(rounds)]
    assert all(HOUR <= gap <= 1.2 * HOUR for gap in gaps)
    assert capsys.readouterr().out.count("kept ") == 4
    assert server.paths.count("/one") == 2, "once, and once more after an hour"


@pytest.mark.usefixtures("record")
def test_ended_inside_a_round_it_says_so(
    server: Server, clock: FakeClock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(["follow", server.url("/feed")])
    monkeypatch.setattr(clock, "sleep", lambda _: signal.raise_signal(signal.SIGINT))
    assert run(["fetch"]) == 130
    assert "interrupted; what was kept until now stays kept" in capsys.readouterr().err


def test_a_round_that_took_too_long_is_followed_by_one_round() -> None:
    assert 500 <= pause(600, 100) <= 560
    assert LEAST_PAUSE <= pause(600, 9_999) <= LEAST_PAUSE + 60


@pytest.mark.usefixtures("clock")
def test_read_and_add_fetch_an_address(server: Server, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", server.url("/one"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["input"], found["article"]["url"]) == (server.url("/one"), server.url("/one"))
    assert run(["add", server.url("/one"), server.url("/gone")]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("kept 1 article with ")
    assert err == f"onrecord: refused {server.url('/gone')}: not fetched: news.test answered 404\n"
    with closing(open_record(record)) as conn:
        assert [one.url for one in articles.articles(conn)] == [server.url("/one")]


@pytest.mark.usefixtures("clock", "record")
def test_no_private_address_unless_it_is_named(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ONRECORD_ALLOW_PRIVATE")
    assert run(["read", server.url("/one")]) == 1
    assert "which is no public address (loopback)" in capsys.readouterr().err
    assert run(["read", server.url("/one"), "--allow-private", "news.test"]) == 0


@pytest.mark.parametrize(("written", "seconds"), [("1m", 60.0), ("10m", 600.0), ("2h", 2 * HOUR), ("30d", 30 * DAY)])
def test_times_between_rounds(written: str, seconds: float) -> None:
    assert parser().parse_args(["fetch", "--every", written]).every == seconds


@pytest.mark.parametrize("typed", [
    ["fetch", "--every", "59s"], ["fetch", "--every", "10"], ["fetch", "--every", "31d"], ["fetch", "--every", "-1m"],
    ["fetch", "--delay", "0.5"], ["fetch", "--delay", "fast"], ["follow"], ["follow", " "],
])  # fmt: skip
def test_wrong_usage(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(typed)
    assert ended.value.code == 2
    assert capsys.readouterr().err


def test_the_allow_list_of_the_environment_is_not_added_to_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE", "a.test")
    one = parser()
    first = one.parse_args(["read", "x", "--allow-private", "b.test"])
    second = one.parse_args(["read", "x"])
    assert isinstance(first, argparse.Namespace)
    assert (first.allow_private, second.allow_private) == (["a.test", "b.test"], ["a.test"])
