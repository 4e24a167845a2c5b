"""What a browser shows to be let in: sessions, links to choose a pass phrase with, browsers known from before.

All three are random; of each only its SHA-256 is kept, so that whoever reads the record cannot sign in with it.
"""

from __future__ import annotations

import sqlite3

from onrecord.model import Person, SecretKind, Session

SHOWN = 12  # hexadecimal digits of the hash that a session is called by
_OF_PERSON = 'person.id AS id, person.name AS name, role, added, "by", person.hash IS NOT NULL AS ready'


def put(conn: sqlite3.Connection, hashed: bytes, kind: SecretKind, person: int, at: Session) -> None:
    """Keeps one; what ``at`` has as id is not looked at."""
    row = (hashed, kind, person, at.begun, at.seen, at.ends, at.address, at.browser)
    conn.execute(f"INSERT INTO secrets VALUES ({', '.join('?' * len(row))})", row)


def whose(
    conn: sqlite3.Connection, hashed: bytes, kind: SecretKind, now: str, *, used_since: str = ""
) -> tuple[Person, Session] | None:
    """Whose it is, and since when; None where it is unknown, has ended, or was not used since a moment."""
    row = conn.execute(
        f"SELECT {_OF_PERSON}, one.* FROM secrets AS one JOIN people AS person ON person.id = one.person"
        " WHERE one.hash = ? AND one.kind = ? AND one.ends > ? AND one.seen >= ?",
        (hashed, kind, now, used_since),
    ).fetchone()
    if row is None:
        return None
    return Person(row["id"], row["name"], row["role"], row["added"], row["by"], bool(row["ready"])), _session(row)


def of_person(conn: sqlite3.Connection, person: int, now: str, *, used_since: str = "") -> list[Session]:
    """The sessions of a person that have not ended and were used since a moment, the last used first."""
    found = (
        "SELECT * FROM secrets WHERE person = ? AND kind = 'session' AND ends > ? AND seen >= ?"
        " ORDER BY seen DESC, begun DESC"
    )
    return [_session(row) for row in conn.execute(found, (person, now, used_since))]


def touch(conn: sqlite3.Connection, hashed: bytes, *, seen: str) -> None:
    """Notes that it was used just now."""
    conn.execute("UPDATE secrets SET seen = ? WHERE hash = ?", (seen, hashed))


def end(conn: sqlite3.Connection, hashed: bytes) -> bool:
    """Ends one; False where there is none."""
    return conn.execute("DELETE FROM secrets WHERE hash = ?", (hashed,)).rowcount > 0


def end_called(conn: sqlite3.Connection, person: int, id_: str) -> bool:
    """Ends the session of a person that is called so; False where there is none."""
    named = "DELETE FROM secrets WHERE person = ? AND kind = 'session' AND lower(substr(hex(hash), 1, ?)) = ?"
    return conn.execute(named, (person, SHOWN, id_)).rowcount > 0


def end_all(conn: sqlite3.Connection, person: int, kind: SecretKind, *, but: bytes = b"") -> int:
    """Ends all of a kind that a person has, but one; how many those were."""
    return conn.execute("DELETE FROM secrets WHERE person = ? AND kind = ? AND hash != ?", (person, kind, but)).rowcount


def end_oldest(conn: sqlite3.Connection, person: int, kind: SecretKind, *, keep: int) -> None:
    """Leaves a person the newest of a kind."""
    oldest = "SELECT hash FROM secrets WHERE person = ? AND kind = ? ORDER BY begun DESC LIMIT -1 OFFSET ?"
    conn.execute(f"DELETE FROM secrets WHERE hash IN ({oldest})", (person, kind, keep))


def forget_ended(conn: sqlite3.Connection, now: str) -> None:
    """Drops what has ended."""
    conn.execute("DELETE FROM secrets WHERE ends <= ?", (now,))


def _session(row: sqlite3.Row) -> Session:
    id_ = bytes(row["hash"]).hex()[:SHOWN]
    return Session(id_, row["begun"], row["seen"], row["ends"], row["address"], row["browser"])
