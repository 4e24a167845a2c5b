"""Signing in: nothing told to who does not know, a new session each time, and all ends when a phrase is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from onrecord.errors import UsageError
from onrecord.pipeline.deeds import Deed, kept_as
from onrecord.pipeline.people import add, remove
from onrecord.pipeline.signing_in import Begun, Proof, begin, change, failed, proved, sign_out, sign_out_everywhere
from onrecord.store import people, sessions
from onrecord.store.opening import open_record

PHRASE, OTHER = "four words do well", "another four words"
NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
DEED = Deed("Ada", NOW, "192.0.2.7")


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as opened:
        add(opened, DEED, "Ada", "admin", phrase=PHRASE)
        yield opened


def signed_in(conn: sqlite3.Connection, *, ending: str = "") -> Begun:
    return begin(conn, DEED, proof(conn), "a browser", ending=ending)


def proof(conn: sqlite3.Connection) -> Proof:
    found = proved(conn, "ADA", PHRASE)
    assert found
    return found


def holds(conn: sqlite3.Connection, secret: str) -> bool:
    return sessions.whose(conn, kept_as(secret), "session", DEED.at) is not None


@pytest.mark.parametrize(("name", "phrase"), [("Ada", "four words do wel"), ("Ada", ""), ("Eve", PHRASE), ("", "")])
def test_who_does_not_know_gets_nothing(conn: sqlite3.Connection, name: str, phrase: str) -> None:
    assert proved(conn, name, phrase) is None


def test_an_unknown_name_costs_as_much_as_a_known_one(
    conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def verify(_: PasswordHasher, kept: str, phrase: str) -> bool:
        asked.append(kept.rsplit("$", 2)[0])
        raise VerificationError

    monkeypatch.setattr(PasswordHasher, "verify", verify)
    add(conn, DEED, "Tor", "editor")  # has no phrase yet
    assert [proved(conn, name, "wrong") for name in ("Ada", "Eve", "Tor")] == [None] * 3
    assert asked == ["$argon2id$v=19$m=19456,t=2,p=1"] * 3


def test_each_session_is_new_and_ends_the_one_before_it(conn: sqlite3.Connection) -> None:
    first = signed_in(conn)
    second = signed_in(conn, ending=first.session)
    assert first.session != second.session
    assert not holds(conn, first.session)
    assert holds(conn, second.session)
    assert second.session.encode() not in b"".join(bytes(row["hash"]) for row in conn.execute("SELECT * FROM secrets"))


def test_a_session_handed_to_somebody_before_is_never_theirs(conn: sqlite3.Connection) -> None:
    planted = "planted-by-somebody-else"
    begun = signed_in(conn, ending=planted)
    assert begun.session != planted
    assert not holds(conn, planted)


def test_a_session_ends_when_idle_and_at_the_latest_after_a_week(conn: sqlite3.Connection) -> None:
    hashed = kept_as(signed_in(conn).session)
    idle = (NOW + timedelta(seconds=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert sessions.whose(conn, hashed, "session", DEED.at, used_since=DEED.at)
    assert sessions.whose(conn, hashed, "session", DEED.at, used_since=idle) is None
    assert sessions.whose(conn, hashed, "session", DEED.after(timedelta(days=7))) is None
    assert sessions.whose(conn, hashed, "browser", DEED.at) is None


def test_a_phrase_changed_ends_every_other_session(conn: sqlite3.Connection) -> None:
    here, elsewhere = signed_in(conn), signed_in(conn)
    with pytest.raises(UsageError, match="old pass phrase is not right"):
        change(conn, DEED, proved(conn, "Ada", "wrong"), OTHER, keep=here.session)
    stale = proof(conn)
    change(conn, DEED, stale, OTHER, keep=here.session)
    assert holds(conn, here.session)
    assert not holds(conn, elsewhere.session)
    assert proved(conn, "Ada", PHRASE) is None
    with pytest.raises(UsageError, match="changed just now"):
        begin(conn, DEED, stale, "")


def test_who_is_removed_between_proof_and_session_gets_none(conn: sqlite3.Connection) -> None:
    add(conn, DEED, "Tor", "admin", phrase=OTHER)
    late = proof(conn)
    remove(conn, DEED, "Ada")
    with pytest.raises(UsageError):
        begin(conn, DEED, late, "")


def test_signing_out_here_and_everywhere(conn: sqlite3.Connection) -> None:
    one, two, three = signed_in(conn), signed_in(conn), signed_in(conn)
    sign_out(conn, DEED, one.session)
    assert not holds(conn, one.session)
    assert sign_out_everywhere(conn, DEED, proof(conn).person, but=two.session) == 1
    assert holds(conn, two.session)
    assert not holds(conn, three.session)


def test_a_hash_of_old_parameters_is_made_anew(conn: sqlite3.Connection) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PHRASE)
    people.set_hash(conn, proof(conn).person.id, old)
    signed_in(conn)
    new = people.hash_of(conn, proof(conn).person.id)
    assert new
    assert new.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_failure_names_only_who_is_known(conn: sqlite3.Connection) -> None:
    failed(conn, DEED, "ada")
    failed(conn, DEED, "four words do well")
    assert [(one.what, one.name) for one in people.events(conn, most=2)] == [("failed", ""), ("failed", "Ada")]
