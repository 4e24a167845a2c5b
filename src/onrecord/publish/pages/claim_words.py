"""All that is said on a claim, in order of day, or all that one party says."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from onrecord.model import Claim
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.claim_quotes import clipped
from onrecord.publish.paging import Paged, paged
from onrecord.publish.quotes import quote
from onrecord.publish.rendering import render
from onrecord.store import claims as held_claims
from onrecord.store import parties as held_parties

SIZE = 40  # statements on a page


def claim_words_page(
    conn: sqlite3.Connection, to: Addresses, id_: str, *, party: str = "", page: str = ""
) -> str | None:
    """A page of what is said on a claim; None where there is no such claim, or the party says nothing on it."""
    claim = held_claims.claim(conn, id_)
    if claim is None:
        return None
    said = _of_party(conn, claim, party) if party else claim.statements
    if party and not said:
        return None
    at = paged(page, len(said), size=SIZE)
    around = evidence.by_ids(conn, said[at.offset : at.offset + SIZE])
    shown = [around.statements[one] for one in said[at.offset : at.offset + SIZE] if one in around.statements]
    values = {"claim": claim, "party": party, "at": at, "quotes": [clipped(quote(one, around)) for one in shown]}
    return render("claim_words.html", to, values)


def words_pages(claim: Claim) -> Paged:
    """How many pages all that is said on a claim takes."""
    return paged("", len(claim.statements), size=SIZE)


def _of_party(conn: sqlite3.Connection, claim: Claim, party: str) -> Sequence[str]:
    speaks = held_parties.party_of(conn, claim.statements)
    held = {id_ for at in claim.positions if at.party == party for id_ in at.statements}
    return [id_ for id_ in claim.statements if id_ in held or speaks.get(id_) == party]
