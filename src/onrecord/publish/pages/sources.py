"""How the record is fed: what is followed, how much came of it, and what was refused and why."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from onrecord.model import Follow
from onrecord.publish.addresses import Addresses
from onrecord.publish.paging import paged
from onrecord.publish.rendering import render
from onrecord.publish.working import working
from onrecord.store import follows, received
from onrecord.store.received import Given

REASONS = 60
EXAMPLES = 3
SIZE = 60
MOST = 300  # followed addresses in one list
STAGES = {
    "read": "while reading the bytes",
    "articles": "while looking for the story",
    "statements": "while reading it",
}


@dataclass(frozen=True, slots=True)
class Followed:
    """What is followed, when it is due next (itself or one of its articles), and what it gave."""

    follow: Follow
    due: str | None
    given: Given


def sources_page(conn: sqlite3.Connection, to: Addresses) -> str:
    """What is followed, what was read, what was refused."""
    every = follows.follows(conn)
    given = received.given(conn)
    reasons = received.refusals(conn, REASONS)
    values = {
        "followed": [
            Followed(one, follows.next_of(conn, one.url), given.get(one.url, Given())) for one in every[:MOST]
        ],
        "hidden": max(0, len(every) - MOST),
        "work": working(conn),
        "totals": received.totals(conn),
        "refusals": [(one, received.refused(conn, one.stage, one.reason, (EXAMPLES, 0))) for one in reasons],
        "cut": len(reasons) == REASONS,
        "stages": STAGES,
    }
    return render("sources.html", to, values)


def refused_page(conn: sqlite3.Connection, to: Addresses, stage: str, reason: str, *, page: str = "") -> str | None:
    """The inputs that were refused at a stage for a reason; None where there are none."""
    total = received.counted(conn, stage, reason)
    if not total:
        return None
    at = paged(page, total, size=SIZE)
    values = {
        "stage": stage,
        "reason": reason,
        "stages": STAGES,
        "at": at,
        "refused": received.refused(conn, stage, reason, (at.size, at.offset)),
    }
    return render("refused.html", to, values)
