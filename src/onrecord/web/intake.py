"""What taking things in at the desk needs: looking them over, holding them, the network, and working behind."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.fetch import Fetcher
from onrecord.fetch.answers import Failure
from onrecord.fetch.clock import SystemClock
from onrecord.fetch.limits import Limits
from onrecord.model.moments import now
from onrecord.pipeline.follow import Looked, Watch, follow
from onrecord.pipeline.hand_in import HandedIn, fetch_due, hand_in, keep_all, keep_folder
from onrecord.pipeline.host_book import RecordedHosts
from onrecord.pipeline.look_over import Found
from onrecord.pipeline.offered import About, config_of
from onrecord.pipeline.online import Getter, got
from onrecord.pipeline.overheard import Overheard
from onrecord.publish.sample import MISSING, how_many, sample_pages
from onrecord.publish.working import working
from onrecord.read.inputs import Piece
from onrecord.read.links import Link
from onrecord.store import articles, errands, follows, repeats
from onrecord.store.errands import Wanted
from onrecord.store.opening import transaction
from onrecord.web.errands import Errands
from onrecord.web.holding import Holding
from onrecord.web.looking import Looking
from onrecord.web.settler import Settler

Online: TypeAlias = Callable[[sqlite3.Connection], Getter]
# Somebody waits for the answer: a slow server is told of, and left.
WAITED_FOR = Limits(connect=6.0, read=10.0, total=25.0, patience=5.0)
MOST_WAITING = 4
BUSY = "several addresses are being fetched already; try again in a moment"
MOST_TITLES = 100


def of_the_web(conn: sqlite3.Connection) -> Getter:
    """Fetches from the public web, as politely as the record remembers of each host."""
    return Fetcher(hosts=RecordedHosts(conn), limits=WAITED_FOR)


class Intake:
    """Takes in what people hand in, for one record."""

    def __init__(self, record: Path, settler: Settler, *, online: Online = of_the_web) -> None:
        self.holding = Holding()
        self.looking = Looking()
        self.errands = Errands(record, settler)
        self._config = Config(record=record)
        self._online = online
        self._places = threading.BoundedSemaphore(MOST_WAITING)
        self._turn = threading.Lock()
        self._titles: dict[str, tuple[Link, ...]] = {}

    def config(self, conn: sqlite3.Connection, about: About) -> Config:
        """The settings that something is read with, by what its giver says of it."""
        return config_of(Config(record=self._config.record, familiar=repeats.repeated_lines(conn)), about)

    def fetched(self, conn: sqlite3.Connection, url: str) -> Piece:
        """What an address gives. Raises UsageError with the reason where it gives nothing."""
        with _Turn(self._places, self._turn):
            answer = got(self._online(conn), url, url, self._config)
        if isinstance(answer, Failure):
            raise UsageError(f"{url[:300]} was not fetched: {answer.reason}. {_what_to_do(answer)}")
        return Piece(url, answer.body, answer.capture)

    def keep(self, conn: sqlite3.Connection, sent: Piece, found: Found, config: Config) -> HandedIn:
        """Keeps what was found, as it was seen. Settling is the caller's to ask for."""
        return hand_in(conn, sent, found, config, now=now())

    def keep_behind(self, who: str, sent: Piece, config: Config) -> None:
        """Reads and keeps all of something large, behind the pages."""
        name = sent.name[:200]
        self.errands.ask(Wanted("keep", name, who), lambda conn: keep_all(conn, sent, config, now=now()))

    def read_sample(self, conn: sqlite3.Connection, who: str) -> None:
        """Reads the sample newsroom into the record, behind the pages. Raises UsageError where that cannot be."""
        pages = sample_pages()
        if pages is None:
            raise UsageError(MISSING)
        if any(one.kind == "sample" for one in errands.going(conn)):
            return
        if articles.counted(conn) and not working(conn).sample_cut_short:
            raise UsageError("this record holds pages already; read the sample into one of its own: onrecord demo")
        wanted = Wanted("sample", "the sample newsroom", who, how_many(pages))
        self.errands.ask(wanted, lambda own: keep_folder(own, pages, self._config, now=now()))

    def fetch_due(self, conn: sqlite3.Connection, who: str) -> None:
        """Fetches what is due, behind the pages. Raises UsageError where nothing is followed."""
        if not follows.follows(conn):
            raise UsageError("nothing is followed yet: give the address of a feed, a sitemap or a page")
        if not any(one.kind == "fetch" for one in errands.going(conn)):
            self.errands.ask(Wanted("fetch", "what is followed", who), lambda own: fetch_due(self._watch(own)))

    def follow(self, conn: sqlite3.Connection, url: str) -> tuple[bool, Looked]:
        """Begins to follow an address and asks it once; whether it is new.

        Raises FetchError for what is no address, UsageError for one that can never be asked: that is not followed.
        """
        watch = self._watch(conn)
        heard = Overheard(watch.getter)
        with _Turn(self._places, self._turn):
            new, looked = follow(Watch(conn, watch.config, heard, watch.clock), url)
        if new and heard.failure and heard.failure.retry == "never":
            with transaction(conn):
                follows.unfollow(conn, url)
            raise UsageError(f"{heard.failure.reason}. Give another address, or add its pages by hand.")
        while len(self._titles) >= MOST_TITLES:
            self._titles.pop(next(iter(self._titles)))
        self._titles[url] = heard.titles()
        return new, looked

    def titles(self, url: str) -> tuple[Link, ...]:
        """The first articles that an address named when it was last followed from this desk."""
        return self._titles.get(url, ())

    def end(self) -> None:
        """Ends what it has running, once that is done."""
        self.errands.end()
        self.looking.end()
        self.holding.end()

    def _watch(self, conn: sqlite3.Connection) -> Watch:
        return Watch(conn, self._config, self._online(conn), SystemClock())


class _Turn:
    """One fetch at a time, and not too many who wait for it."""

    def __init__(self, places: threading.BoundedSemaphore, turn: threading.Lock) -> None:
        self._places = places
        self._turn = turn

    def __enter__(self) -> None:
        if not self._places.acquire(blocking=False):
            raise UsageError(BUSY)
        self._turn.acquire()

    def __exit__(self, *_: object) -> None:
        self._turn.release()
        self._places.release()


def _what_to_do(failure: Failure) -> str:
    if failure.retry == "wait":
        return "Try again later, or paste the page."
    if failure.retry == "again":
        return "Try again in a moment, or open it in a browser and paste the page."
    return "Open it in a browser and paste the page, or save it and choose the file."
