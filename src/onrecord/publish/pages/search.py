"""Search: claims, statements and articles that have the words, of whom, from when and where is asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from onrecord.asking import Answer, PartyStand
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import Evidence, outlet_of
from onrecord.publish.pages.claims import entry
from onrecord.publish.paging import Paged, paged
from onrecord.publish.quotes import Quote, quote
from onrecord.publish.rendering import render
from onrecord.publish.words import STANCES
from onrecord.store import claim_lists, seeking
from onrecord.store import claims as held_claims
from onrecord.store import search as held
from onrecord.store.search import StatementHit
from onrecord.store.seeking import Rows, Sorting, Sought, as_day

MAX_WORDS = 200
MAX_NAME = 200
CLAIMS_OF = 300  # statements whose claims are found
SIZE = 20
FEW = {"claims": 5, "statements": 8, "articles": 6}  # where all kinds are shown
DEEPEST = 50  # pages
KINDS = {"": "Everything", "claims": "Claims", "statements": "Statements", "articles": "Articles"}
NEWEST = "new"
SIDES = (("for", "For it"), ("against", "Against it"), ("observing", "Neither"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it stands in an address. ``page``: as typed."""

    q: str = ""
    speaker: str = ""
    party: str = ""
    stance: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    order: str = ""
    page: str = ""

    @property
    def sought(self) -> Sought:
        """What is looked for in the record."""
        return Sought(
            self.q, self.speaker, self.party, self.stance, self.outlet, as_day(self.since), as_day(self.until)
        )

    def told(self) -> dict[str, str]:
        """{name: value} of what is not empty, without words and page: the rest of its address."""
        given = {one.name: getattr(self, one.name) for one in fields(self) if one.name not in ("q", "page")}
        return {name: value for name, value in given.items() if value}

    def beside(self) -> dict[str, str]:
        """{name: value} of what narrows it beside the words."""
        return {name: value for name, value in self.told().items() if name not in ("kind", "order")}


@dataclass(frozen=True, slots=True)
class Part:
    """Results of one kind, of ``total``; ``bounded``: among the newest rows that have the words only."""

    kind: str
    results: tuple[Any, ...]
    total: int
    bounded: bool
    at: Paged


def asked(given: Mapping[str, str]) -> Asked:
    """What the fields of a form ask for; what no search has is left out, what is too long is cut."""
    values = {one.name: given.get(one.name, "").strip()[:MAX_NAME] for one in fields(Asked)}
    known = {"kind": tuple(KINDS), "order": (NEWEST,), "stance": tuple(term.key for term in STANCES)}
    return Asked(
        **{name: "" if name in known and value not in known[name] else value for name, value in values.items()}
    )


def search_page(
    conn: sqlite3.Connection, to: Addresses, search: Asked, *, answer: Answer | None = None, cut: bool = False
) -> str:
    """What was found; only the form where nothing is asked.

    ``answer``: what the record says to the words, taken as a claim: its claims come first, with where parties stand.
    ``cut``: more was typed than is looked for.
    """
    parts = found(conn, search, answer)
    unread = [day for day in (search.since, search.until) if day and not as_day(day)]
    values = {
        "search": search,
        "cut": cut,
        "unread": unread,
        "kinds": KINDS,
        "any": bool(search.q or search.beside()),
        "parts": [part for part in parts if part.results],
        "told": told(parts, search),
        "notes": answer.notes if answer and answer.parties else (),
        "stands": _stands(answer) if answer and search.kind in ("", "claims") else [],
        "most": seeking.MOST,
    }
    return render("search.html", to, values)


def told(parts: list[Part], search: Asked) -> str:
    """How much was found, in a line."""
    if not (search.q or search.beside()):
        return ""
    counts = []
    for part in parts:
        one = part.kind if part.total != 1 else part.kind.removesuffix("s")
        more = " or more" if part.bounded else ""
        counts.append(f"{part.total:,}{more} {one}")
    return f"Found: {', '.join(counts)}."


def found(conn: sqlite3.Connection, search: Asked, answer: Answer | None) -> list[Part]:
    """The results of each kind that is asked for."""
    parts = []
    if search.kind != "articles":
        parts += _spoken(conn, search, answer)
    if search.kind in ("", "articles") and not (search.speaker or search.party or search.stance):
        parts.append(_articles(conn, search))
    return parts


def _spoken(conn: sqlite3.Connection, search: Asked, answer: Answer | None) -> list[Part]:
    """Claims and statements: of the same rows."""
    newest = search.order == NEWEST
    first = seeking.rows(conn, "statement_words", search.sought, Sorting(CLAIMS_OF, newest=newest))
    parts = []
    if search.kind in ("", "claims"):
        parts.append(_claims(conn, search, first, answer))
    if search.kind in ("", "statements"):
        parts.append(_statements(conn, search, first))
    return parts


def _claims(conn: sqlite3.Connection, search: Asked, first: Rows, answer: Answer | None) -> Part:
    near = answer.claims if answer and not search.beside() else ()
    ids = list(dict.fromkeys([*near, *held.claims(conn, first.at)]))
    at = _at(search, "claims", len(ids))
    claims = held_claims.by_ids(conn, ids[at.offset : at.offset + at.size])
    titles = claim_lists.titles(conn, [claim.story for claim in claims])
    return Part("claims", tuple(entry(claim, titles) for claim in claims), len(ids), first.total > len(first.at), at)


def _statements(conn: sqlite3.Connection, search: Asked, first: Rows) -> Part:
    at = _at(search, "statements", first.total)
    rows = first.at[at.offset : at.offset + at.size]
    if at.offset >= CLAIMS_OF:
        sorting = Sorting(at.size, at.offset, newest=search.order == NEWEST)
        rows = seeking.rows(conn, "statement_words", search.sought, sorting).at
    hits = held.hits(conn, search.sought, rows)
    around = evidence.of_statements(conn, [hit.statement for hit in hits])
    return Part("statements", folded(hits, around), first.total, first.bounded, at)


def folded(hits: Iterable[StatementHit], around: Evidence) -> tuple[tuple[StatementHit, Quote], ...]:
    """The hits as quotations; the same words of the same mouth elsewhere become places of the first."""
    kept: dict[tuple[str, str, str], tuple[StatementHit, Quote]] = {}
    for hit in hits:
        one = quote(hit.statement, around)
        key = (one.speaker or one.party or "", one.stance, " ".join(one.words.casefold().split()))
        first = kept.get(key)
        kept[key] = (hit, one) if first is None else (first[0], replace(first[1], also=(*first[1].also, one.place)))
    return tuple(kept.values())


def _articles(conn: sqlite3.Connection, search: Asked) -> Part:
    size = SIZE if search.kind else FEW["articles"]
    number = _number(search) if search.kind else 1
    sorting = Sorting(size, (number - 1) * size, newest=search.order == NEWEST)
    hits = held.articles(conn, search.sought, sorting)
    at = _at(search, "articles", hits.total)
    if at.number != number:
        hits = held.articles(conn, search.sought, Sorting(size, at.offset, newest=search.order == NEWEST))
    return Part("articles", tuple((hit, outlet_of(hit.article)) for hit in hits.hits), hits.total, hits.bounded, at)


def _number(search: Asked) -> int:
    return paged(search.page, DEEPEST * SIZE, size=SIZE).number


def _at(search: Asked, kind: str, total: int) -> Paged:
    """The page of a kind that is shown alone; the few first where all are."""
    if search.kind != kind:
        return paged("1", total, size=FEW[kind])
    return paged(search.page, min(total, DEEPEST * SIZE), size=SIZE)


def _stands(answer: Answer) -> list[tuple[str, list[PartyStand]]]:
    """Each position with the parties that take it, those without one left out."""
    sides = ((word, [one for one in answer.parties if one.position == side]) for side, word in SIDES)
    return [(word, some) for word, some in sides if some]
