"""Search: claims, statements and articles that have the words."""

from __future__ import annotations

import sqlite3

from onrecord.asking import Answer, PartyStand
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import outlet_of
from onrecord.publish.pages.claims import entry, story_titles
from onrecord.publish.quotes import quote
from onrecord.publish.rendering import render
from onrecord.store import claims as held_claims
from onrecord.store.search import search

MAX_WORDS = 200
LIMIT = 20
CLAIMS = 5
SIDES = (("for", "For it"), ("against", "Against it"), ("observing", "Neither"))


def search_page(conn: sqlite3.Connection, to: Addresses, words: str, *, answer: Answer | None = None) -> str:
    """What was found for the words; only the form where there are none.

    ``answer``: what the record says to them, taken as a claim: its claims come first, with where parties stand.
    """
    asked = words[:MAX_WORDS]
    hits = search(conn, asked, limit=LIMIT)
    around = evidence.of_statements(conn, [hit.statement for hit in hits.statements])
    near = answer.claims if answer else ()
    claims = held_claims.by_ids(conn, list(dict.fromkeys([*near, *around.claims.values()]))[:CLAIMS])
    titles = story_titles(conn) if claims else {}
    values = {
        "asked": asked,
        "cut": len(words) > MAX_WORDS,
        "claims": [entry(claim, titles) for claim in claims],
        "notes": answer.notes if answer and answer.parties else (),
        "stands": _stands(answer) if answer else [],
        "statements": [(hit, quote(hit.statement, around)) for hit in hits.statements],
        "articles": [(hit, outlet_of(hit.article)) for hit in hits.articles],
    }
    return render("search.html", to, values)


def _stands(answer: Answer) -> list[tuple[str, list[PartyStand]]]:
    """Each position with the parties that take it, those without one left out."""
    sides = ((word, [one for one in answer.parties if one.position == side]) for side, word in SIDES)
    return [(word, some) for word, some in sides if some]
