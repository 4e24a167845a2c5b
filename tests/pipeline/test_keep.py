"""Adding keeps everything once, in any number of runs, and a feed's entry is no second article."""

from __future__ import annotations

import itertools
import os
import signal
import sqlite3
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.model import Capture, Decided, Reading, Rejected
from onrecord.pipeline.keep import Added, add, settle_record
from onrecord.pipeline.pool import Pool
from onrecord.pipeline.settle_batch import settle_batch
from onrecord.pipeline.sources import Reader
from onrecord.pipeline.verify import verify
from onrecord.read.inputs import Piece
from onrecord.store import articles, pages, rejected, statements, tallies, touched
from onrecord.store.checking import check
from onrecord.store.opening import open_record
from tests.pipeline.stand_ins import GoldReader, Inputs, gold_inputs, lines
from tests.store.gold_record import gold_pages

CONFIG = Config()
NOW, LATER = "2026-03-18T08:00:00Z", "2026-03-19T08:00:00Z"
GONE = Rejected("gone.html", "read", "no such file")


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as opened:
        yield opened


def take(conn: sqlite3.Connection, inputs: Inputs, *, config: Config = CONFIG, now: str = NOW) -> list[Added]:
    return list(add(conn, inputs, config, now=now, reader=GoldReader()))


def test_everything_is_kept(conn: sqlite3.Connection) -> None:
    done = take(conn, [*gold_inputs(), GONE, Piece("front.html", b"no")])
    assert statements.readings(conn) == [reading for reading, _ in gold_pages()]
    assert [one.reason for one in rejected.rejected(conn)] == ["no such file", "no article"]
    assert [one.name for one in done] == [
        *(reading.article.input for reading, _ in gold_pages()),
        "gone.html",
        "front.html",
    ]
    assert sum(one.articles for one in done) == len(gold_inputs())
    assert all(pages.page_bytes(conn, reading.article.digest) for reading, _ in gold_pages())


def test_adding_again_changes_nothing(conn: sqlite3.Connection) -> None:
    inputs = [*gold_inputs(), GONE, Piece("front.html", b"no")]
    take(conn, inputs)
    assert settle_record(conn)
    before = list(conn.iterdump())
    reader = GoldReader()
    again = list(add(conn, inputs, CONFIG, now=LATER, reader=reader))
    assert not settle_record(conn)
    assert list(conn.iterdump()) == before
    assert reader.read == []
    assert [one.known for one in again] == [one != GONE for one in inputs]


def test_any_split_into_runs_gives_the_same_record(tmp_path: Path) -> None:
    inputs, dumps = [*gold_inputs()[:6], Piece("front.html", b"no\nu1 h: t\nu2 h: t")], []
    for n, cuts in enumerate(([], [4], [1, 2, 5])):
        with closing(open_record(tmp_path / f"{n}.db")) as conn:
            for cut in [*cuts, len(inputs)]:
                take(conn, inputs[:cut])
                settle_record(conn)
            dumps.append(untold(conn))
            assert verify(conn) == []
    assert dumps[0] == dumps[1] == dumps[2]


def untold(conn: sqlite3.Connection) -> list[str]:
    """All of a record but what changed when, which goes by the order in which things came."""
    told = ("changes", "change_keys", "former")
    return [line for line in conn.iterdump() if not line.startswith(tuple(f'INSERT INTO "{name}"' for name in told))]


def changed(conn: sqlite3.Connection) -> list[str]:
    return [row["id"] for row in conn.execute("SELECT id FROM changes ORDER BY seq")]


def test_the_same_bytes_twice_in_one_run_are_read_once(conn: sqlite3.Connection) -> None:
    done = take(conn, [Piece("a", b"u h: t"), Piece("b", b"u h: t")])
    assert [one.known for one in done] == [False, True]
    assert [one.input for one in articles.articles(conn)] == ["a"]
    assert [(one.input, one.added) for one in pages.captures(conn)] == [("a", NOW), ("b", NOW)]


@pytest.mark.parametrize("reader", [GoldReader, lambda: Pool(read=lines)], ids=["one by one", "pool"])
def test_the_same_bytes_fetched_again_are_a_capture_more(
    conn: sqlite3.Connection, reader: Callable[[], Reader]
) -> None:
    hours = [f"2026-03-18T{hour:02}:00:00Z" for hour in (8, 9, 10)]
    came = [Piece("https://gull.example/a", b"u h: t", Capture("https://gull.example/a", at, 200)) for at in hours]
    for inputs in (came[:2], came, [Piece("saved.html", b"u h: t")]):
        with ExitStack() as held:
            used = reader()
            held.enter_context(used) if isinstance(used, Pool) else None
            done = list(add(conn, inputs, CONFIG, now=LATER, reader=used))
            assert settle_record(conn) == (not done[0].known), "a capture more changes nothing that was settled"
    assert [one.capture.fetched for one in pages.captures(conn)] == [*hours, None]
    assert len(articles.articles(conn)) == 1
    assert check(conn) == []


def test_a_fault_in_keeping_leaves_nothing_of_that_page(
    conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("disk full")

    take(conn, [Piece("a", b"u h: t")])
    monkeypatch.setattr("onrecord.store.finds.finish", fail)
    with pytest.raises(sqlite3.OperationalError):
        take(conn, [Piece("b", b"u2 h2: t2")])
    assert [one.input for one in articles.articles(conn)] == ["a"]
    assert conn.execute("SELECT count(*) FROM pages").fetchone()[0] == 1


def test_an_entry_whose_address_and_text_are_known_is_the_same_article(conn: sqlite3.Connection) -> None:
    page, entry = (
        b"https://gull.example/a Ferry late: The ferry was late.",
        b"https://gull.example/a Late ferry: The  ferry was late.",
    )
    take(conn, [Piece("a.html", page), Piece("feed.xml", entry)])
    assert [(one.input, one.headline) for one in articles.articles(conn)] == [("a.html", "Ferry late")]
    take(conn, [Piece("feed2.xml", entry + b" Not.")])
    assert len(articles.articles(conn)) == 2


def test_other_rules_read_a_page_again(conn: sqlite3.Connection) -> None:
    inputs: Inputs = [*gold_inputs()[:3], Piece("front.html", b"no")]
    take(conn, inputs)
    settle_record(conn)
    again = take(conn, inputs, config=replace(CONFIG, as_of="2026-03-18"), now=LATER)
    assert not any(one.known for one in again)
    assert statements.readings(conn) == [reading for reading, _ in gold_pages()[:3]]
    assert len(rejected.rejected(conn)) == 1
    assert tallies.settled_with(conn) is None
    assert {one.added for one in pages.captures(conn)} == {NOW}


def test_a_better_headline_takes_the_place_of_the_old(conn: sqlite3.Connection) -> None:
    inputs: Inputs = [Piece("a.html", b"https://gull.example/a Ferry late: The ferry was late.")]
    take(conn, inputs)
    better = GoldReader()
    (old,) = articles.articles(conn)
    better.known[old.digest] = Reading(replace(old, id="better", headline="Better"), ())
    list(add(conn, inputs, replace(CONFIG, as_of="2026-03-18"), now=LATER, reader=better))
    assert [one.headline for one in articles.articles(conn)] == ["Better"]


def test_an_input_too_large_is_refused_and_its_beginning_not_kept(conn: sqlite3.Connection) -> None:
    small = replace(CONFIG, max_page_bytes=5)
    for _ in range(2):
        (done,) = take(conn, [Piece("big", b"u h: text")], config=small)
        assert [one.reason for one in done.refused] == ["too large: over 5 bytes"]
    assert conn.execute("SELECT count(*) FROM pages").fetchone()[0] == 0
    assert len(rejected.rejected(conn)) == 1
    take(conn, [Piece("big", b"u h: text")])
    assert rejected.rejected(conn) == []


KILLED_AT = (1, 2, 9, 40, 41, 42, 43, 90, 150, 220, 300, 420, 800, 1600, 2400)


def add_and_die(path: Path, inputs: Inputs, at: int) -> None:
    """Adds and settles in a child process that is killed at its so-and-so-manieth SQL statement."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # libraries keep threads of their own; the child needs none of them
        child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        with closing(open_record(path)) as conn:
            count = itertools.count(1)
            conn.set_trace_callback(lambda _: os.kill(os.getpid(), signal.SIGKILL) if next(count) == at else None)
            take(conn, inputs)
            settle_record(conn)
    finally:
        os._exit(0)


def test_killed_at_any_moment_nothing_is_lost_and_a_second_run_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.pipeline.keep.BATCH", 3)
    monkeypatch.setattr("onrecord.pipeline.settle_told.claims_of", lambda _: [])
    inputs = [*gold_inputs()[:7], Piece("front.html", b"no\nu1 h: t\nu2 h: t"), GONE]
    with closing(open_record(tmp_path / "whole.db")) as conn:
        take(conn, inputs)
        settle_record(conn)
        whole, told = untold(conn), changed(conn)
    cut_short = 0
    for at in KILLED_AT:
        path = tmp_path / f"{at}.db"
        add_and_die(path, inputs, at)
        with closing(open_record(path)) as conn:
            assert check(conn) == [], f"killed at {at}"
            cut_short += untold(conn) != whole
            take(conn, inputs)
            settle_record(conn)
            assert untold(conn) == whole, f"killed at {at}"
            assert sorted(changed(conn)) == sorted(told), f"killed at {at}"
    assert cut_short == len(KILLED_AT), "a run that was not killed shows nothing"


def test_a_reader_is_never_kept_waiting(tmp_path: Path) -> None:
    """While pages are added, another connection sees whole pages only, and answers at once."""
    path = tmp_path / "record.db"
    with closing(open_record(path)) as conn, closing(open_record(path, readonly=True)) as desk:
        for n, _ in enumerate(add(conn, gold_inputs()[:10], CONFIG, now=NOW, reader=GoldReader()), 1):
            conn.execute("BEGIN IMMEDIATE")
            assert len(statements.readings(desk)) == n == articles.counted(desk)
            assert check(desk) == []
            conn.execute("COMMIT")


def test_what_another_process_adds_meanwhile_is_settled_too_or_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, more = tmp_path / "record.db", gold_inputs()[2:40]

    def while_another_adds(conn: sqlite3.Connection, several: Sequence[str], decided: Decided) -> None:
        settle_batch(conn, several, decided)
        touched.touch(conn, others.pop() if others else [])

    monkeypatch.setattr("onrecord.pipeline.keep.settle_batch", while_another_adds)
    monkeypatch.setattr("onrecord.pipeline.settle_told.claims_of", lambda _: [])
    with closing(open_record(path)) as conn:
        others: list[list[str]] = []
        take(conn, more)
        assert settle_record(conn)
        ids = [one.id for one in articles.articles(conn)]
        monkeypatch.setattr("onrecord.pipeline.keep.BATCH", 20)
        touched.touch(conn, ids[:30])
        others = [ids[:5]]
        assert settle_record(conn), "there was a round to spare"
        touched.touch(conn, ids[:10])
        others = [ids[:5], ids[:5], ids[:5]]
        assert not settle_record(conn)
        assert tallies.settled_with(conn) is None
        others.clear()
        assert settle_record(conn)


def test_a_fault_in_settling_loses_nothing(conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object, **__: object) -> None:
        raise ValueError("of a stage")

    take(conn, gold_inputs()[:2])
    monkeypatch.setattr("onrecord.pipeline.settle_told.claims_of", fail)
    with pytest.raises(ValueError, match="of a stage"):
        settle_record(conn)
    monkeypatch.setattr("onrecord.pipeline.settle_told.claims_of", lambda _: [])
    assert all(one.known for one in take(conn, gold_inputs()[:2]))
    assert settle_record(conn)


def test_a_name_that_is_no_unicode_is_kept_as_far_as_it_goes(conn: sqlite3.Connection) -> None:
    name = os.fsdecode(b"\xff.html")
    take(conn, [Piece(name, b"u h: t"), Rejected(name, "read", "no such file"), Piece("b" + name, b"no")])
    assert [one.input for one in articles.articles(conn)] == ["\ufffd.html"]
    assert [one.input for one in rejected.rejected(conn)] == ["\ufffd.html", "b\ufffd.html"]


APPEAL = "Reporting of this kind is paid for by the people who read it, and by nobody else at all."
STORIES = (
    ("Ferry stays in port", "The ferry Aurelia stayed in port on Monday because of the storm, its owner said."),
    ("Bakery reopens", "The bakery on Mill Lane opened its doors again after the fire, to a queue of forty people."),
    (
        "School gets a roof",
        "Pupils of the Hill School will sit under a new roof from Thursday, the town decided.",
    ),
    ("Orchard flooded", "The river Lune came over its banks in the night and flooded the old orchard near Wick."),
)


def told(number: int) -> Piece:
    headline, text = STORIES[number]
    more = f"<p>People in the street said that it was about time. {headline}, and nobody was hurt in any way.</p>"
    head = f'<head><title>{headline}</title><link rel="canonical" href="https://gull.example/{number}"></head>'
    body = f"<article><h1>{headline}</h1><p>{text}</p>{more}<p>{APPEAL}</p></article>"
    return Piece(f"{number}.html", f"<!doctype html><html>{head}<body>{body}</body></html>".encode())


def test_the_fourth_page_is_read_without_what_stood_on_three(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        list(add(conn, [told(0), told(1), told(2)], CONFIG, now=NOW))
        list(add(conn, [told(3)], CONFIG, now=NOW))
        *earlier, last = articles.articles(conn)
    assert all(one.text.endswith(APPEAL) for one in earlier)
    assert APPEAL not in last.text
    assert [item.headline for block in last.furniture for item in block.items] == [APPEAL]
