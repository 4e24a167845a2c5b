"""What whoever asks watches, for the marks on a page: a look by an index each time."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from onrecord.publish.addresses import Addresses
from onrecord.store import watches


def watched(conn: sqlite3.Connection, to: Addresses) -> Addresses:
    """The addresses with what their reader watches; as they are for whoever has no name."""
    if not to.reader.name:
        return to
    held = watches.of_reader(conn, to.reader.name)
    if not held:
        return to
    keys = frozenset((one.kind, one.key) for one in held)
    return replace(to, watched=keys, unread=watches.unread(conn, to.reader.name))
