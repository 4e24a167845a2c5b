"""How hosts are treated, kept in the record from one run to the next."""

from __future__ import annotations

import sqlite3

from onrecord.model import Host
from onrecord.store import follows
from onrecord.store.opening import transaction


class RecordedHosts:
    """A HostBook in a record."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def host(self, origin: str) -> Host:
        """The host of that origin; a fresh one where it is not known."""
        return follows.host(self.conn, origin) or Host(origin)

    def keep(self, host: Host) -> None:
        """Puts it in the place of what was kept."""
        with transaction(self.conn):
            follows.keep_host(self.conn, host)
