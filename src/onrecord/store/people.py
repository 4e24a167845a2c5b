"""Who may come to the desk, and what was done about them."""

from __future__ import annotations

import sqlite3

from onrecord.model import PeopleEvent, Person, Role

MOST_FAILURES = 2_000
MOST_EVENTS = 10_000  # of every other kind together
FAILED = "failed"
_PERSON = 'id, name, role, added, "by", hash IS NOT NULL AS ready'


def anybody(conn: sqlite3.Connection) -> bool:
    """Whether somebody was added: from then on the desk asks who comes."""
    return conn.execute("SELECT 1 FROM people LIMIT 1").fetchone() is not None


def people(conn: sqlite3.Connection) -> list[Person]:
    """Everybody, by name."""
    return [_person(row) for row in conn.execute(f'SELECT {_PERSON} FROM people ORDER BY "key"')]


def named(conn: sqlite3.Connection, key: str) -> Person | None:
    """The person whose name is compared as ``key``; None where there is none."""
    row = conn.execute(f'SELECT {_PERSON} FROM people WHERE "key" = ?', (key,)).fetchone()
    return _person(row) if row else None


def hash_of(conn: sqlite3.Connection, person: int) -> str | None:
    """The hash of their pass phrase; None where none is chosen."""
    row = conn.execute("SELECT hash FROM people WHERE id = ?", (person,)).fetchone()
    return str(row["hash"]) if row and row["hash"] else None


def put(conn: sqlite3.Connection, one: Person, *, key: str, hashed: str | None) -> int:
    """Adds a person, whatever the id says; the id of the record. sqlite3.IntegrityError where the key is taken."""
    row = (key, one.name, one.role, hashed, one.added, one.by)
    made = conn.execute('INSERT INTO people ("key", name, role, hash, added, "by") VALUES (?, ?, ?, ?, ?, ?)', row)
    return int(made.lastrowid or 0)


def set_role(conn: sqlite3.Connection, person: int, role: Role) -> None:
    """Gives a person another role."""
    conn.execute("UPDATE people SET role = ? WHERE id = ?", (role, person))


def set_hash(conn: sqlite3.Connection, person: int, hashed: str) -> None:
    """Puts another hash in the place of the one kept."""
    conn.execute("UPDATE people SET hash = ? WHERE id = ?", (hashed, person))


def remove(conn: sqlite3.Connection, person: int) -> None:
    """Takes a person away, with every secret and token of theirs; what they judged keeps their name."""
    conn.execute("DELETE FROM people WHERE id = ?", (person,))


def other_admins(conn: sqlite3.Connection, person: int) -> int:
    """How many admins who can sign in there are beside this person."""
    found = "SELECT count(*) FROM people WHERE role = 'admin' AND hash IS NOT NULL AND id != ?"
    return int(conn.execute(found, (person,)).fetchone()[0])


def note(conn: sqlite3.Connection, one: PeopleEvent) -> None:
    """Keeps what happened. Failures do not push out what was decided: each of the two has its own bound."""
    row = (one.at, one.what, one.name, one.by, one.address, one.detail)
    made = conn.execute(
        'INSERT INTO people_log ("at", what, name, "by", address, detail) VALUES (?, ?, ?, ?, ?, ?)', row
    )
    if (made.lastrowid or 0) % 50 == 0:
        _forget(conn, "what = ?", MOST_FAILURES)
        _forget(conn, "what != ?", MOST_EVENTS)


def events(conn: sqlite3.Connection, *, most: int) -> list[PeopleEvent]:
    """What happened last, newest first."""
    found = 'SELECT "at", what, name, "by", address, detail FROM people_log ORDER BY id DESC LIMIT ?'
    return [PeopleEvent(*row) for row in conn.execute(found, (most,))]


def _forget(conn: sqlite3.Connection, which: str, keep: int) -> None:
    oldest = f"SELECT id FROM people_log WHERE {which} ORDER BY id DESC LIMIT -1 OFFSET ?"
    conn.execute(f"DELETE FROM people_log WHERE id IN ({oldest})", (FAILED, keep))


def _person(row: sqlite3.Row) -> Person:
    return Person(row["id"], row["name"], row["role"], row["added"], row["by"], bool(row["ready"]))
