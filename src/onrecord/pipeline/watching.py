"""Beginning to watch: what may be watched, and where it may be told."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime

from onrecord.errors import UsageError
from onrecord.fetch.answers import FetchError
from onrecord.fetch.permit import check_typed
from onrecord.model import Watch, WatchKind
from onrecord.model.moments import STAMP
from onrecord.store import claims, settling, watches
from onrecord.store.opening import transaction
from onrecord.store.search import as_query

MOST = 500  # watches of one reader
LONGEST = 500  # characters of a key or label
# One address without a name: what can stand in a header and in an envelope alike. Source: RFC 5321, 4.1.2 (dot-string).
_MAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
    r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*"
)


def begin(conn: sqlite3.Connection, who: str, what: tuple[WatchKind, str, str]) -> Watch:
    """Watches a claim, party, story or search for somebody; the watch there is where there is one.

    ``what``: kind, key, label. A claim or story is watched under the id it has now. Raises UsageError for what is
    not on record, for words that nothing can be found by, and for more watches than anybody reads.
    """
    kind, key, label = what[0], what[1].strip()[:LONGEST], " ".join(what[2].split())[:LONGEST]
    if kind in ("claim", "story"):
        now = settling.successors(conn, kind, key)
        if not now:
            raise UsageError(
                f"there is no {kind} {key[:40]}; see: onrecord {'claims' if kind == 'claim' else 'stories'}"
            )
        key = now[0]
        label = _label(conn, kind, key) or label
    elif kind == "search" and not as_query(key):
        raise UsageError("a search is watched by its words; give at least one")
    if len(watches.of_reader(conn, who)) >= MOST and not watches.of_key(conn, who, kind, key):
        raise UsageError(f"you watch {MOST} things already; end one of them first")
    with transaction(conn):
        return watches.watch(conn, who, (kind, key, label or key), now=datetime.now(UTC).strftime(STAMP))


def check_mail(address: str) -> str:
    """The address, if mail can be sent to it; empty for none. Raises UsageError."""
    if address and (len(address) > 254 or not _MAIL.fullmatch(address)):
        raise UsageError("that is no mail address: write it as name@example.org")
    return address


def check_hook(address: str, *, allow_private: Iterable[str] = ()) -> str:
    """The address, if a webhook may be sent there; empty for none. Raises UsageError.

    ``allow_private``: hosts that may be of this network, and asked without TLS.
    """
    if address:
        try:
            check_typed(address, allow_private)
        except FetchError as error:
            raise UsageError(f"a webhook cannot be sent there: {error.reason}") from error
    return address


def _label(conn: sqlite3.Connection, kind: str, key: str) -> str:
    if kind == "claim":
        held = claims.claim(conn, key)
        return held.wording[:LONGEST] if held else ""
    story = settling.stories_now(conn, [key]).get(key)
    return story.title[:LONGEST] if story else ""
