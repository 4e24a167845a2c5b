"""Tokens: shown once, never more than their person, gone when revoked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.model import Scope
from onrecord.pipeline.deeds import Deed, kept_as
from onrecord.pipeline.people import add, find, set_role
from onrecord.pipeline.people_tokens import Wanted, give, revoke
from onrecord.store import tokens
from onrecord.store.opening import open_record

DEED = Deed("Ada", datetime(2026, 5, 4, 9, tzinfo=UTC))


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as opened:
        add(opened, DEED, "Ada", "admin", phrase="four words do well")
        add(opened, DEED, "Tor", "editor")
        yield opened


def test_only_the_hash_is_kept(conn: sqlite3.Connection) -> None:
    token, secret = give(conn, DEED, find(conn, "Tor"), Wanted("write", "a  script"))
    assert secret.startswith("onr_")
    assert len(secret) == len("onr_") + 43
    assert token.label == "a script"
    assert tokens.whose(conn, kept_as(secret), DEED.at) == token
    assert secret not in "\n".join(conn.iterdump())


@pytest.mark.parametrize(("scope", "name"), [("admin", "Tor"), ("admin", "tor")])
def test_no_scope_beyond_the_person(conn: sqlite3.Connection, scope: Scope, name: str) -> None:
    with pytest.raises(UsageError, match="Tor is editor"):
        give(conn, DEED, find(conn, name), Wanted(scope, "x"))


def test_who_may_less_later_has_a_token_that_may_less(conn: sqlite3.Connection) -> None:
    _, secret = give(conn, DEED, find(conn, "Tor"), Wanted("write", "x"))
    set_role(conn, DEED, "Tor", "reader")
    held = tokens.whose(conn, kept_as(secret), DEED.at)
    assert held
    assert held.may == "reader"


def test_it_ends_when_it_is_said_to(conn: sqlite3.Connection) -> None:
    _, secret = give(conn, DEED, find(conn, "Tor"), Wanted("read", "x", 2))
    assert tokens.whose(conn, kept_as(secret), DEED.after(timedelta(days=1)))
    assert tokens.whose(conn, kept_as(secret), DEED.after(timedelta(days=2))) is None


def test_it_is_revoked_by_whose_it_is(conn: sqlite3.Connection) -> None:
    token, secret = give(conn, DEED, find(conn, "Tor"), Wanted("read", "x"))
    with pytest.raises(UsageError, match="no token"):
        revoke(conn, DEED, token.id, only_of="Ada")
    revoke(conn, DEED, token.id, only_of="Tor")
    assert tokens.whose(conn, kept_as(secret), DEED.at) is None
    with pytest.raises(UsageError, match="no token"):
        revoke(conn, DEED, token.id)


@pytest.mark.parametrize("wanted", [Wanted("read", ""), Wanted("read", "x" * 61), Wanted("read", "a\x1bb")])
def test_a_label_is_needed(conn: sqlite3.Connection, wanted: Wanted) -> None:
    with pytest.raises(UsageError, match="label"):
        give(conn, DEED, find(conn, "Tor"), wanted)


@pytest.mark.parametrize("days", [0, -1, 4_000])
def test_days_have_bounds(conn: sqlite3.Connection, days: int) -> None:
    with pytest.raises(UsageError, match="days"):
        give(conn, DEED, find(conn, "Tor"), Wanted("read", "x", days))
