"""A desk whose record says hostile things in every place that a page, a person or a server could fill, and every
address of it: walked by its routes, so that a page made tomorrow is attacked too."""

from __future__ import annotations

import getpass
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from starlette.routing import Route
from starlette.types import ASGIApp

from onrecord.model import Change, Follow, Rejected, content_id
from onrecord.pipeline.review import Hand, keep, note
from onrecord.pipeline.review_claims import note_on_claim
from onrecord.publish.takeaway import offers
from onrecord.store import changes, claims, follows, rejected, statements, watches
from onrecord.store.opening import open_record, transaction
from onrecord.web.app import ROUTES, desk
from tests.publish.assessed_record import assessed_record
from tests.publish.small_record import Dress
from tests.web.asking import HOST

CLAIM, STORY = content_id("claim"), content_id("story")
ONE, TWO = content_id("article", "one"), content_id("article", "two")
LONGEST = 5_000  # characters put into an address: more than any address may have
NOW = "2026-05-09T09:00:00Z"
# What is no page of the record: files of ours, an address that is opened once, and the rest of the API.
NOT_WALKED = {"/static/{name:path}", "/watching/secret/{ticket}", "/api/{rest:path}"}


@dataclass(frozen=True, slots=True)
class Attacked:
    """A desk and the addresses of all that can be read on it, by the path of their route."""

    app: ASGIApp
    record: Path
    addresses: Mapping[str, Sequence[str]]

    def every(self, *beginnings: str) -> Iterator[str]:
        """The addresses, all or those under some path."""
        for path, several in self.addresses.items():
            if not beginnings or path.startswith(beginnings):
                yield from several


def reading() -> Iterator[str]:
    """The path of every route that is asked by GET."""
    yield from (one.path for one in ROUTES if isinstance(one, Route) and "GET" in (one.methods or ()))


def attacked(record: Path, dress: Dress) -> Attacked:
    """The desk of a record made at ``record``, in which every string that somebody else gave is dressed."""
    assessed_record(record, dress)
    with closing(open_record(record)) as conn:
        secret, said, judged = _more(conn, dress)
        named = _named(conn)
    held = {
        "/articles/": [ONE, TWO],
        "/claims/": [CLAIM],
        "/stories/": [STORY],
        "/statements/": [said],
        "/judgements/": [str(judged)],
        "/given/": [str(judged)],
        "/watches/": [secret],
        "/found/": ["1"],
        **named,
    }
    words = f"?q={quoted(dress('bridge')[:200])}"
    asked = {
        "/search": [words, f"{words}&kind=articles&speaker={quoted(dress('Ana Kol'))[:300]}"],
        "/feeds/search.atom": [words],
        "/api/v1/search": [words],
        "/api/v1/positions": [f"?claim={quoted(dress('Vessa is moving its bridge')[:200])}"],
        "/articles/{id}/page": ["", "?show=source", f"?statement={said}"],
        "/log": ["", f"?by={quoted(dress('Ada Reader'))}"],
        "/sign-in": [f"?next={quoted(dress('/'))}"],
        "/welcome": [f"?key={quoted(dress('key'))}"],
        "/me": ["?said=removed"],
    }
    walked = [path for path in reading() if path not in NOT_WALKED]
    found = {path: [at + more for at in _filled(path, held) for more in asked.get(path, [""])] for path in walked}
    return Attacked(desk(record, HOST), record, found)


def quoted(words: str) -> str:
    """Words as a part of an address."""
    return quote(words[:LONGEST].encode("utf-8", "replace"), safe="")


def _filled(path: str, held: Mapping[str, Sequence[str]]) -> list[str]:
    """The addresses of a route: what stands in braces is put in by the word before it."""
    if ".{format}" in path:
        room = path.split("/")[1]
        kind = {"claims": "claim", "stories": "story", "articles": "article"}[room]
        path = path.replace(".{format}", "")
        return [f"{at}.{one.format}" for at in _filled(path, held) for one in offers(kind)]
    before, brace, rest = path.partition("{")
    if not brace:
        return [path]
    after = rest.partition("}")[2]
    found = next((one for one in held if before.endswith(one)), None)
    assert found, f"{path} is new: say in this file what can be put there"
    return [f"{before}{quoted(one)}{after}" for one in held[found]]


def _named(conn: sqlite3.Connection) -> dict[str, list[str]]:
    """What is reached by its name."""

    def column(query: str) -> list[str]:
        return [str(row[0]) for row in conn.execute(query) if row[0]]

    names, outlets = column("SELECT name FROM names"), column("SELECT DISTINCT outlet FROM listings")
    topics = column("SELECT value FROM story_notes WHERE kind = 'topic'")
    return {
        "/speakers/": names,
        "/parties/": names,
        "/outlets/": outlets,
        "/sources/": outlets,
        "/topics/": topics,
    }


def _more(conn: sqlite3.Connection, dress: Dress) -> tuple[str, str, int]:
    """Notes, watches, sources, changes; the secret of a watch's feed, a statement, and a judgement."""
    said = statements.of_article(conn, ONE)[0].id
    hand = Hand(dress("Ada Reader"), NOW, dress("why"))
    judged = keep(conn, note(conn, hand, dress("seen by two"), statement=said))
    keep(conn, note_on_claim(conn, hand, CLAIM, dress("the same")))
    me, wording = getpass.getuser(), dress("Vessa is moving its bridge")
    with transaction(conn):
        watch = watches.watch(conn, me, ("claim", CLAIM, wording), now=NOW)
        watches.watch(conn, me, ("party", dress("Vessa"), dress("Vessa")), now=NOW)
        watches.watch(conn, me, ("search", dress("bridge"), dress("bridge")), now=NOW)
        held = {"wording": wording, "on": NOW[:10], "at": NOW, "statements": (said,)}
        told = Change("status", CLAIM, STORY, before="reported", after="contested", **held)  # type: ignore[arg-type]
        moved = Change("position", CLAIM, STORY, dress("Vessa"), ONE, "asserts", "denies", why=dress("so"), **held)  # type: ignore[arg-type]
        for one in (told, moved):
            kept = changes.keep_change(conn, one, {("claim", CLAIM), ("story", STORY), ("party", dress("Vessa"))})
            assert kept
            watches.note_changes(conn, [(watch.id, kept.seq)])
        follows.keep_follow(conn, Follow(dress("https://one.example/feed"), dress("https://one.example/f"), "feed"))
        failed = Follow(dress("javascript:alert(3)//"), dress("data:text/html,x"), failures=3, error=dress("no answer"))
        follows.keep_follow(conn, failed)
        rejected.keep_rejected(conn, Rejected(dress("pages/4.html"), "read", dress("no text")), "test")
    assert claims.exists(conn, CLAIM)
    return watch.feed, said, judged.id
