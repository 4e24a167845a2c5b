"""A claim to be judged: another it might be one with, and its statements to confirm, split off or send away."""

from __future__ import annotations

import sqlite3

from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.review_statement import nearest
from onrecord.publish.paging import paged
from onrecord.publish.quotes import quote
from onrecord.publish.rendering import render
from onrecord.store import claim_choices, judgement_log
from onrecord.store import claims as held_claims

SHOWN = 40  # claims to choose from
SIZE = 40  # statements


def review_claim_page(
    conn: sqlite3.Connection, to: Addresses, id_: str, *, words: str = "", page: str = ""
) -> str | None:
    """The forms of a claim; None where there is none. ``words``: looked for in the claims it might be one with."""
    claim = held_claims.claim(conn, id_)
    if claim is None:
        return None
    found = claim_choices.choices(conn, claim.story, other_than=id_, words=words)
    at = paged(page, len(claim.statements), size=SIZE)
    around = evidence.by_ids(conn, claim.statements[at.offset : at.offset + SIZE])
    shown = {
        "claim": claim,
        "choices": nearest(found, claim.wording)[:SHOWN],
        "more": len(found) > SHOWN,
        "words": words,
        "quotes": [quote(one, around) for one in around.statements.values()],
        "confirmed": {id_ for kind, id_, _ in judgement_log.decided(conn, claim.statements) if kind == "confirm"},
        "paged": at,
    }
    return render("review/claim.html", to, shown)
