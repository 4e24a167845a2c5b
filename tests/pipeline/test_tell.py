"""What is due is delivered in order, at least once, and never the same thing twice where nothing went wrong."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from onrecord.fetch.hooks import Message, Outcome
from onrecord.model import Change, Watch
from onrecord.pipeline.tell import Done, Telling, into_folder, tell
from onrecord.publish.addresses import Addresses
from onrecord.store import changes, watches
from onrecord.store.opening import open_record, transaction
from tests.fetch.server import FakeClock

NOW = "2026-03-14T09:00:00Z"
HOSTILE = "<b>ferry</b>\r\nBcc: all@desk.example\x00\u202e"


class Receiver:
    """Takes webhooks, or says the next of ``errors``."""

    def __init__(self, *errors: str) -> None:
        self.errors = list(errors)
        self.got: list[Message] = []

    def __call__(self, url: str, secret: str, message: Message) -> Outcome:
        assert url == "https://hook.example/x"
        assert secret.startswith("whsec_")
        self.got.append(message)
        return Outcome(self.errors.pop(0)) if self.errors else Outcome()


class Box:
    """Takes mails, or says the next of ``errors``."""

    def __init__(self, *errors: str) -> None:
        self.errors = list(errors)
        self.got: list[EmailMessage] = []

    def __call__(self, mail: EmailMessage) -> str:
        self.got.append(mail)
        return self.errors.pop(0) if self.errors else ""


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as opened:
        yield opened


def watched(conn: sqlite3.Connection, key: str, *, mail: str = "", hook: str = "") -> Watch:
    with transaction(conn):
        one = watches.watch(conn, "ines", ("claim", key, f"claim {key}"), now=NOW)
        for way, value in (("mail", mail), ("hook", hook)):
            if value:
                watches.set_way(conn, one.id, way, value)
    return one


def happens(conn: sqlite3.Connection, several: Sequence[Change], *told: Watch) -> None:
    with transaction(conn):
        for one in several:
            kept = changes.keep_change(conn, replace(one, at=NOW), ())
            assert kept
            watches.note_changes(conn, ((watch.id, kept.seq) for watch in told))


def moves(number: int, *, wording: str = "the ferry sank") -> Change:
    return Change("status", claim=f"c{number}", before="reported", after="denied", on="2026-03-14", wording=wording)


def how(clock: FakeClock, *, hook: Receiver | None = None, mail: Box | None = None, dry: bool = False) -> Telling:
    to = Addresses(root="https://desk.example/")
    return Telling(to, hook or Receiver(), mail, "desk@desk.example", clock, dry)


def test_hooks_come_in_order_each_once(conn: sqlite3.Connection) -> None:
    watch, receiver, clock = watched(conn, "c", hook="https://hook.example/x"), Receiver(), FakeClock()
    happens(conn, [moves(1), moves(2)], watch)
    assert list(tell(conn, how(clock, hook=receiver))) == [Done("hook", "https://hook.example/x", 1)] * 2
    shapes = [json.loads(one.body) for one in receiver.got]
    assert [one["claim"] for one in shapes] == ["c1", "c2"]
    assert {one["schema"] for one in shapes} == {"onrecord.change/1"}
    assert shapes[0]["watch"] == {"kind": "claim", "key": "c", "label": "claim c"}
    assert shapes[0]["url"] == "https://desk.example/claims/c1"
    assert list(tell(conn, how(clock, hook=receiver))) == []
    assert len({one.id for one in receiver.got}) == 2


def test_a_hook_that_fails_is_tried_again_later_under_the_same_id_and_holds_up_the_rest(
    conn: sqlite3.Connection,
) -> None:
    watch, clock = watched(conn, "c", hook="https://hook.example/x"), FakeClock()
    receiver = Receiver("hook.example answered 500", "hook.example answered 500")
    happens(conn, [moves(1), moves(2)], watch)
    assert [one.error for one in tell(conn, how(clock, hook=receiver))] == ["hook.example answered 500"]
    assert list(tell(conn, how(clock, hook=receiver))) == []  # not yet
    clock.passed += 61
    assert [bool(one.error) for one in tell(conn, how(clock, hook=receiver))] == [True]
    clock.passed += 61
    assert list(tell(conn, how(clock, hook=receiver))) == []  # twice as long this time
    clock.passed += 60
    assert [one.error for one in tell(conn, how(clock, hook=receiver))] == ["", ""]
    assert len({one.id for one in receiver.got[:3]}) == 1
    assert len({one.id for one in receiver.got}) == 2


def test_a_hook_is_given_up_after_a_day_and_that_is_kept(conn: sqlite3.Connection) -> None:
    watch, clock = watched(conn, "c", hook="https://hook.example/x"), FakeClock()
    receiver = Receiver(*["gone"] * 40)
    happens(conn, [moves(1)], watch)
    for _ in range(40):
        list(tell(conn, how(clock, hook=receiver)))
        clock.passed += 4 * 3_600
    held = watches.deliveries_of(conn, [watch.id])[watch.id, "hook"]
    assert (held.given_up, held.error, held.tries) == (1, "gone", 0)
    assert len(receiver.got) == 7  # at once, and every four hours until a day is over


def test_killed_between_sending_and_noting_the_same_is_sent_again(
    conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch, clock = watched(conn, "c", hook="https://hook.example/x", mail="ines@desk.example"), FakeClock()
    happens(conn, [moves(1)], watch)
    receiver, box = Receiver(), Box()
    with monkeypatch.context() as cut:
        cut.setattr("onrecord.store.watches.keep_delivery", lambda *_: None)
        list(tell(conn, how(clock, hook=receiver, mail=box)))
    list(tell(conn, how(clock, hook=receiver, mail=box)))
    assert receiver.got[0].id == receiver.got[1].id
    assert box.got[0]["Message-ID"] == box.got[1]["Message-ID"]
    assert list(tell(conn, how(clock, hook=receiver, mail=box))) == []


def test_a_digest_tells_each_thing_once_by_watch(conn: sqlite3.Connection) -> None:
    first, second = (watched(conn, key, mail="ines@desk.example") for key in "ab")
    box, clock = Box(), FakeClock()
    assert list(tell(conn, how(clock, mail=box))) == []  # nothing changed: no mail
    happens(conn, [moves(1)], first, second)
    happens(conn, [moves(2)], second)
    assert list(tell(conn, how(clock, mail=box))) == [Done("mail", "ines@desk.example", 2)]
    [mail] = box.got
    plain = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert plain.index("claim a") < plain.index("claim b")
    assert plain.count("https://desk.example/claims/c1") == 1
    assert list(tell(conn, how(clock, mail=box))) == []


def test_what_pages_say_never_becomes_a_header_or_markup(conn: sqlite3.Connection) -> None:
    watch, box = watched(conn, "c", mail="ines@desk.example"), Box()
    happens(conn, [moves(1, wording=HOSTILE)], watch)
    list(tell(conn, how(FakeClock(), mail=box)))
    read = message_from_bytes(box.got[0].as_bytes(), policy=policy.default)
    assert read["Bcc"] is None
    assert "\n" not in str(read["Subject"])
    assert read["List-Id"]
    html = read.get_body(("html",)).get_content()  # type: ignore[union-attr]
    assert "<b>ferry" not in html
    assert "\u202e" not in html + read.get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_a_paused_watch_tells_nothing_until_it_goes_on(conn: sqlite3.Connection) -> None:
    watch, box = watched(conn, "c", mail="ines@desk.example", hook="https://hook.example/x"), Box()
    watches.set_paused(conn, watch.id, paused=True)
    happens(conn, [moves(1)], watch)
    assert list(tell(conn, how(FakeClock(), mail=box))) == []
    watches.set_paused(conn, watch.id, paused=False)
    assert [one.way for one in tell(conn, how(FakeClock(), mail=box))] == ["hook", "mail"]


def test_watches_without_an_address_are_mailed_where_one_is_given(conn: sqlite3.Connection) -> None:
    watch, box = watched(conn, "c"), Box()
    happens(conn, [moves(1)], watch)
    assert list(tell(conn, how(FakeClock(), mail=box))) == []
    assert list(tell(conn, how(FakeClock(), mail=box), also_to="all@desk.example")) == [
        Done("mail", "all@desk.example", 1)
    ]
    assert list(tell(conn, how(FakeClock(), mail=box), also_to="all@desk.example")) == []


def test_a_dry_run_sends_and_notes_nothing(conn: sqlite3.Connection) -> None:
    watch = watched(conn, "c", mail="ines@desk.example", hook="https://hook.example/x")
    happens(conn, [moves(1)], watch)
    receiver, box = Receiver(), Box()
    for _ in range(2):
        done = list(tell(conn, how(FakeClock(), hook=receiver, mail=box, dry=True)))
        assert [one.way for one in done] == ["hook", "mail"]
    assert not receiver.got
    assert not box.got


def test_mails_are_written_as_files_the_same_one_over_itself(conn: sqlite3.Connection, tmp_path: Path) -> None:
    watch, box = watched(conn, "c", mail="ines@desk.example"), Box()
    happens(conn, [moves(1)], watch)
    list(tell(conn, how(FakeClock(), mail=box)))
    keep = into_folder(tmp_path / "mails")
    for _ in range(2):
        assert keep(box.got[0]) == ""
    [file] = (tmp_path / "mails").iterdir()
    assert message_from_bytes(file.read_bytes())["To"] == "ines@desk.example"
