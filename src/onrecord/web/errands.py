"""What the desk works at behind its pages: one thing after the other; how far it is stands in the record."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.model.moments import now
from onrecord.pipeline.hand_in import Progress
from onrecord.store import errands
from onrecord.store.errands import Wanted
from onrecord.store.opening import open_record, transaction
from onrecord.web.settler import Settler

LOG = logging.getLogger(__name__)
CUT_SHORT = "the desk ended before it was done; what was read is kept: ask for it again"
Doing = Callable[[sqlite3.Connection], Iterator[Progress]]


class Errands:
    """Works at what was asked for. Whatever was kept is durable: a desk that is killed loses only the rest."""

    def __init__(self, record: Path, settler: Settler) -> None:
        self._record = record
        self._settler = settler
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="errands")

    def ask(self, wanted: Wanted, do: Doing) -> Future[None]:
        """Asks for it; done when it is over, however it ended."""
        with closing(open_record(self._record, make=False)) as conn, transaction(conn):
            id_ = errands.begin(conn, wanted, now=now())
        return self._thread.submit(self._run, id_, do)

    def end(self) -> None:
        """Waits until all that was asked for is over; nothing can be asked for after it."""
        self._thread.shutdown(wait=True)

    def _run(self, id_: int, do: Doing) -> None:
        with closing(open_record(self._record, make=False)) as conn:
            error = self._worked(conn, id_, do)
            with transaction(conn):
                errands.end(conn, id_, now=now(), error=error)
        self._settler.soon()

    def _worked(self, conn: sqlite3.Connection, id_: int, do: Doing) -> str:
        """Why it came to no good end; empty where it did."""
        try:
            for at in do(conn):
                with transaction(conn):
                    errands.step(conn, id_, at.done, at.refused)
        except OnrecordError as error:
            return str(error.args[0] if error.args else error)[:500]
        except sqlite3.Error as error:
            return f"the record cannot be written ({error}): see onrecord doctor"[:500]
        except Exception as error:
            LOG.exception("event=errand_failed id=%s", id_)
            return f"a fault of onrecord: {type(error).__name__}; what was read is kept: ask for it again"
        return ""


def cut_short(record: Path) -> None:
    """Notes that what another desk of this record worked at is not going on any more."""
    with closing(open_record(record)) as conn:
        if errands.going(conn):
            with transaction(conn):
                errands.cut_short(conn, now=now(), error=CUT_SHORT)
