"""What programs sign in with; of each token only its SHA-256 is kept."""

from __future__ import annotations

import sqlite3

from onrecord.model import Token

_FOUND = "SELECT one.*, name, role FROM tokens AS one JOIN people AS person ON person.id = one.person"


def put(conn: sqlite3.Connection, hashed: bytes, person: int, one: Token) -> int:
    """Keeps a token, whatever its id says; its id of the record."""
    made = conn.execute(
        'INSERT INTO tokens (hash, person, scope, label, made, "by", ends) VALUES (?, ?, ?, ?, ?, ?, ?)',
        (hashed, person, one.scope, one.label, one.made, one.by, one.ends),
    )
    return int(made.lastrowid or 0)


def whose(conn: sqlite3.Connection, hashed: bytes, now: str) -> Token | None:
    """The token of that hash, if it has not ended."""
    row = conn.execute(f"{_FOUND} WHERE one.hash = ? AND (ends IS NULL OR ends > ?)", (hashed, now)).fetchone()
    return _token(row) if row else None


def tokens(conn: sqlite3.Connection) -> list[Token]:
    """Every token, by name, the newest of each first; those that have ended too."""
    return [_token(row) for row in conn.execute(f'{_FOUND} ORDER BY person."key", one.id DESC')]


def of_person(conn: sqlite3.Connection, person: int) -> list[Token]:
    """The tokens of a person, newest first; those that have ended too."""
    return [_token(row) for row in conn.execute(f"{_FOUND} WHERE one.person = ? ORDER BY one.id DESC", (person,))]


def token(conn: sqlite3.Connection, id_: int) -> Token | None:
    """The token of a number; None where there is none."""
    row = conn.execute(f"{_FOUND} WHERE one.id = ?", (id_,)).fetchone()
    return _token(row) if row else None


def touch(conn: sqlite3.Connection, id_: int, *, day: str) -> None:
    """Notes the day it was used on."""
    conn.execute("UPDATE tokens SET used = ? WHERE id = ?", (day, id_))


def revoke(conn: sqlite3.Connection, id_: int) -> bool:
    """Ends a token for good; False where there is none."""
    return conn.execute("DELETE FROM tokens WHERE id = ?", (id_,)).rowcount > 0


def _token(row: sqlite3.Row) -> Token:
    own = (row["scope"], row["label"], row["made"], row["by"], row["ends"], row["used"])
    return Token(row["id"], row["name"], row["role"], *own)
