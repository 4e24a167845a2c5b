"""Where a claim or a story went that was taken apart: its parts, the largest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from onrecord.publish.addresses import Addresses
from onrecord.publish.rendering import render
from onrecord.store import claims, settling


def moved_page(conn: sqlite3.Connection, to: Addresses, kind: str, now: Sequence[str]) -> str:
    """The page that leads to each part. ``kind``: claim or story."""
    if kind == "claim":
        parts = [(to.claim(one.id), one.wording) for one in claims.by_ids(conn, now)]
    else:
        held = settling.stories_now(conn, now)
        parts = [(to.story(id_), held[id_].title) for id_ in now if id_ in held]
    return render("watch/moved.html", to, {"kind": kind, "parts": parts})
