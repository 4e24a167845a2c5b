"""Settling the record behind the desk: one thread, once however often it is asked for meanwhile."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from onrecord.pipeline.keep import settle_record
from onrecord.store.opening import open_record

LOG = logging.getLogger(__name__)


class Settler:
    """Settles one record. What was kept is durable before: if the desk ends, the next settling does the rest."""

    def __init__(self, record: Path) -> None:
        self._record = record
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="settler")
        self._waiting: Future[None] | None = None
        self._running: Future[None] | None = None

    def soon(self) -> Future[None]:
        """Asks for it; the future is done when all that was kept before the call is settled (or it failed)."""
        with self._lock:
            if self._waiting is None:
                self._waiting = self._thread.submit(self._settle)
            return self._waiting

    @property
    def busy(self) -> bool:
        """Whether something kept is not settled yet."""
        running = self._running
        return self._waiting is not None or (running is not None and not running.done())

    def _settle(self) -> None:
        with self._lock:
            self._running, self._waiting = self._waiting, None
        try:
            with closing(open_record(self._record, make=False)) as conn:
                settle_record(conn)
        except Exception:
            LOG.exception("event=settling_failed")
            raise
