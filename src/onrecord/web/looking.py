"""Looking over what people send, in a process of its own: one thing at a time, bounded, in nobody's way."""

from __future__ import annotations

import threading

from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.pipeline.look_over import Found, found, look_over
from onrecord.pipeline.pool import Pool, ReadInput
from onrecord.pipeline.sources import Read, source_of
from onrecord.read.inputs import Piece

MOST_WAITING = 6
PAGE_SECONDS = 40.0  # of silence; all of it ends sooner, see look_over
IDLE_SECONDS = 600.0
BUSY = "several pages are being read already; try again in a moment"


class Looking:
    """Starts its process when there is something to read, and ends it when there was nothing for a while."""

    def __init__(self, *, read: ReadInput = look_over, page_seconds: float = PAGE_SECONDS) -> None:
        self._places = threading.BoundedSemaphore(MOST_WAITING)
        self._lock = threading.Lock()
        self._pool = Pool(workers=1, page_seconds=page_seconds, read=read)
        self._rest: threading.Timer | None = None

    def look(self, sent: Piece, config: Config) -> Found:
        """What is found in something sent. Raises UsageError where too many wait already."""
        if not self._places.acquire(blocking=False):
            raise UsageError(BUSY)
        try:
            with self._lock:
                return self._looked(sent, config)
        finally:
            self._places.release()

    def end(self) -> None:
        """Ends the process, if one is there; another is started when it is needed."""
        with self._lock:
            self._pool.__exit__()

    def _looked(self, sent: Piece, config: Config) -> Found:
        if self._rest is not None:
            self._rest.cancel()
        source = source_of(sent.name, sent.data, capture=sent.capture)
        results = [one for read in self._pool([source], config) if isinstance(read, Read) for one in read.results]
        self._rest = threading.Timer(IDLE_SECONDS, self.end)
        self._rest.daemon = True
        self._rest.start()
        return found(results)
