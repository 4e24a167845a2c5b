"""What the first reader would wait for otherwise: templates compiled, weights loaded, one article's page made."""

from __future__ import annotations

import gc
import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from onrecord import asking
from onrecord.errors import OnrecordError
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.article import article_page
from onrecord.publish.rendering import edition, prepare
from onrecord.store import article_lists
from onrecord.store.opening import open_record, snapshot

LOG = logging.getLogger(__name__)


def warm_up(record: Path) -> threading.Thread:
    """Begins it beside the server, which answers meanwhile; nothing waits for the thread."""
    thread = threading.Thread(target=_warmed, args=(record,), name="warming", daemon=True)
    thread.start()
    return thread


def _warmed(record: Path) -> None:
    try:
        prepare()
        asking.shipped()
        with closing(open_record(record, readonly=True)) as conn, snapshot(conn):
            for one in article_lists.newest_own(conn, 1):
                article_page(conn, Addresses(edition()), one.id)
        # What is loaded now stays to the end: to look through it for garbage again and again would hold up pages.
        gc.collect()
        gc.freeze()
    except (OnrecordError, sqlite3.Error) as error:  # whoever asks for a page is told
        LOG.info("event=not_warmed error=%s", error)
