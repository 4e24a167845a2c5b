"""People added, given roles and taken away; the desk never without an admin."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.model import Role
from onrecord.pipeline import people_tokens, signing_in
from onrecord.pipeline.deeds import Deed
from onrecord.pipeline.people import add, letters, new_link, remove, set_role
from onrecord.store import people, sessions, tokens, watches
from onrecord.store.opening import open_record

PHRASE = "four words do well"
NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
DEED = Deed("root", NOW)


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as opened:
        yield opened


@pytest.fixture
def ada(conn: sqlite3.Connection) -> sqlite3.Connection:
    add(conn, DEED, "Ada Moreau", "admin", phrase=PHRASE)
    return conn


@pytest.mark.parametrize(("role", "phrase"), [("editor", PHRASE), ("reader", PHRASE), ("admin", None)])
def test_the_first_must_be_an_admin_who_can_sign_in(conn: sqlite3.Connection, role: Role, phrase: str | None) -> None:
    with pytest.raises(UsageError, match="first person must be an admin"):
        add(conn, DEED, "Ada", role, phrase=phrase)
    assert not people.anybody(conn)


def test_somebody_added_is_there_under_any_writing_of_the_name(ada: sqlite3.Connection) -> None:
    one = people.named(ada, "ada moreau")
    assert one
    assert (one.name, one.role, one.ready, one.by) == ("Ada Moreau", "admin", True, "root")
    assert PHRASE not in str(ada.execute("SELECT hash FROM people").fetchone()["hash"])


@pytest.mark.parametrize("name", ["ada moreau", "ＡＤＡ Moreau", "Ada.Moreau", "Àda Moreau"])
def test_a_name_like_one_that_is_there_is_refused(ada: sqlite3.Connection, name: str) -> None:
    with pytest.raises(UsageError, match="Ada Moreau"):
        add(ada, DEED, name, "editor")


def test_a_name_in_letters_that_look_alike_is_refused(conn: sqlite3.Connection) -> None:
    add(conn, DEED, "Bob", "admin", phrase=PHRASE)
    with pytest.raises(UsageError, match="looks like Bob"):
        add(conn, DEED, "Вов", "editor")  # Cyrillic
    assert letters("Анна") == "Cyrillic"
    assert letters("Anna") == ""


def test_two_who_add_one_name_at_once_add_one_person(ada: sqlite3.Connection, tmp_path: Path) -> None:
    came: list[str] = []

    def adds() -> None:
        with closing(open_record(tmp_path / "record.db")) as own:
            try:
                came.append(add(own, DEED, "Tor Lind", "editor").name)
            except UsageError as error:
                came.append(str(error))

    both = [threading.Thread(target=adds) for _ in range(4)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert came.count("Tor Lind") == 1
    assert sum("is here already" in one for one in came) == 3
    assert [one.name for one in people.people(ada)] == ["Ada Moreau", "Tor Lind"]


def test_the_last_admin_stays(ada: sqlite3.Connection) -> None:
    add(ada, DEED, "Tor", "admin")  # invited, but cannot sign in yet
    with pytest.raises(UsageError, match="last admin"):
        remove(ada, DEED, "ada moreau")
    with pytest.raises(UsageError, match="last admin"):
        set_role(ada, DEED, "Ada Moreau", "editor")
    signing_in.choose(ada, DEED, new_link(ada, DEED, "Tor"), "another four words")
    assert set_role(ada, DEED, "ada moreau", "reader").role == "reader"
    with pytest.raises(UsageError, match="last admin"):
        remove(ada, DEED, "Tor")


def test_who_is_removed_leaves_no_key_behind(ada: sqlite3.Connection) -> None:
    tor = add(ada, DEED, "Tor", "editor", phrase="another four words")
    proof = signing_in.proved(ada, "tor", "another four words")
    assert proof
    signing_in.begin(ada, DEED, proof, "a browser")
    people_tokens.give(ada, DEED, tor, people_tokens.Wanted("write", "cron"))
    new_link(ada, DEED, "Tor")
    watches.watch(ada, "Tor", ("claim", "3f9a", "a claim"), now=DEED.at)
    watches.watch(ada, "Ada Moreau", ("claim", "3f9a", "a claim"), now=DEED.at)
    remove(ada, DEED, "TOR")
    assert [one.who for one in watches.every(ada)] == ["Ada Moreau"]  # a feed would go on telling
    assert ada.execute("SELECT count(*) FROM secrets").fetchone()[0] == 0
    assert not tokens.tokens(ada)
    again = add(ada, DEED, "Tor", "reader")
    assert again.id != tor.id
    assert not sessions.of_person(ada, again.id, DEED.at)


def test_a_link_holds_once_for_three_days_and_a_new_one_voids_it(ada: sqlite3.Connection) -> None:
    add(ada, DEED, "Tor", "editor")
    first, second = new_link(ada, DEED, "Tor"), new_link(ada, DEED, "Tor")
    assert signing_in.invited(ada, first, DEED.at) is None
    later = Deed("", NOW + timedelta(days=3))
    assert signing_in.invited(ada, second, later.at) is None
    with pytest.raises(UsageError, match="tried first"):
        signing_in.choose(ada, DEED, second, "passwordpassword")
    assert signing_in.choose(ada, DEED, second, "another four words").name == "Tor"
    with pytest.raises(UsageError, match="was used"):
        signing_in.choose(ada, DEED, second, "yet another four words")


def test_nobody_is_told_as_such(ada: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="nobody here is called Eve"):
        set_role(ada, DEED, "Eve", "admin")


def test_all_of_it_is_written_down(ada: sqlite3.Connection) -> None:
    add(ada, DEED, "Tor", "editor")
    set_role(ada, Deed("Ada Moreau", NOW, "192.0.2.7"), "Tor", "admin")
    [role, *_] = people.events(ada, most=5)
    assert (role.what, role.name, role.by, role.address, role.detail) == (
        *("role", "Tor", "Ada Moreau", "192.0.2.7", "editor to admin"),
    )
