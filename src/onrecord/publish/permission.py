"""What a reader's site may show of an article: its page, its text, or an extract and a link."""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.articles.licence import licences_named
from onrecord.knowledge.tables import table
from onrecord.model import Article
from onrecord.publish.evidence import outlet_of
from onrecord.publish.policy import Policy
from onrecord.read.decode import text_of
from onrecord.store import articles as held_articles
from onrecord.store import copies as held_copies
from onrecord.store import pages
from onrecord.text.sentences import paragraphs, sentences

Shows = Literal["extract", "text", "page"]
EXTRACT = 50  # words
SHARE = 3  # of a short text at most the third part
PIECE = 100  # articles looked at together
MOST_BYTES = 4_000_000
_REPEATS = ("copy", "rewrite")
_STRICT = {"no": 8, "noncommercial": 2, "yes": 0}


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: ``body`` "yes", "noncommercial" or "no"; ``terms``: what it asks; ``address``: as the page has it."""

    name: str
    body: str
    terms: frozenset[str] = frozenset()
    address: str | None = None

    @property
    def strictness(self) -> int:
        """The more, the less may be done."""
        return _STRICT[self.body] + len(self.terms)


@dataclass(frozen=True, slots=True)
class Permission:
    """What may be shown, under which licence, and why. ``extract``: the words that stand for a text that may not."""

    shows: Shows
    why: str
    licence: Licence | None = None
    extract: str = ""

    @property
    def text(self) -> bool:
        """True where the text may be shown."""
        return self.shows != "extract"

    @property
    def marked(self) -> bool:
        """True where the statements may be marked in it."""
        return not (self.licence and "unaltered" in self.licence.terms)


def licence_of(said: str) -> Licence | None:
    """The licence that an address or some words name; None where the table has none."""
    for row in table("licences"):
        found = re.search(row["pattern"], said, re.I)
        if found:
            version = found.groupdict().get("version") or ""
            address = said if re.match(r"https?://", said) else f"https:{said}" if said.startswith("//") else None
            return Licence(f"{row['name']} {version}".strip(), row["body"], frozenset(row["terms"].split()), address)
    return None


def permission(article: Article, policy: Policy, named: Sequence[str]) -> Permission:
    """What may be shown of an article whose page names these licences."""
    if policy.bodies == "all":
        return Permission("page", "the publisher shows all its texts")
    if policy.own and _is_own(article, policy):
        return Permission("page", "the publisher's own text")
    if policy.bodies == "none":
        return _extracted(article, "this site shows extracts")
    found = [one for one in map(licence_of, named) if one]
    strictest = max(found, key=lambda one: one.strictness, default=None)
    against = _against(article, policy, strictest)
    if strictest is None or against:
        return _extracted(article, against)
    return Permission("text", f"its page puts it under {strictest.name}", strictest)


def _against(article: Article, policy: Policy, licence: Licence | None) -> str:
    """Why a licence does not let this site show the text; empty where it does."""
    if licence is None:
        return "its page names no licence that is known"
    if licence.body == "no":
        return f"its page says: {licence.name.lower()}"
    if article.agency and article.agency.casefold() != outlet_of(article).casefold():
        return f"it is credited to {article.agency}, for whom its page does not speak"
    if licence.body == "noncommercial" and policy.commercial:
        return f"{licence.name} allows it on sites that are not commercial"
    return ""


def permissions(conn: sqlite3.Connection, policy: Policy) -> dict[str, Permission]:
    """{article id: what may be shown}, for each of which there is more to say than that its page names no licence."""
    if policy.bodies == "none" and not policy.own:
        return {}
    found = {}
    for article in _every(conn):
        named = named_by_its_page(conn, article) if policy.bodies == "licensed" else ()
        allowed = permission(article, policy, named)
        if allowed.text or named:
            found[article.id] = allowed
    return found | dict(_repeating(conn, found))


def _repeating(conn: sqlite3.Connection, found: Mapping[str, Permission]) -> Iterator[tuple[str, Permission]]:
    """Articles under a licence that repeat one of another outlet that is under none: it was not theirs to give."""
    why = "it repeats an article that is under no known licence"
    shown = [id_ for id_, one in found.items() if one.shows == "text"]
    for at in range(0, len(shown), PIECE):
        some = held_articles.by_ids(conn, shown[at : at + PIECE])
        edges = [one for one in held_copies.copies_of(conn, some) if one.article in some]
        firsts = held_articles.listed_by_ids(conn, (one.of for one in edges))
        for edge in edges:
            own, first = some[edge.article], firsts.get(edge.of)
            given = edge.of in found and found[edge.of].text
            if first and not given and edge.relation in _REPEATS and outlet_of(first) != outlet_of(own):
                yield own.id, _extracted(own, why)


def named_by_its_page(conn: sqlite3.Connection, article: Article) -> tuple[str, ...]:
    """The licences that its page names, read from the bytes as they came in."""
    try:
        data = pages.page_bytes(conn, article.digest)
    except zlib.error:
        return ()
    return licences_named(text_of(data)) if data is not None and len(data) <= MOST_BYTES else ()


def permitted(held: Mapping[str, Permission], article: Article, policy: Policy) -> Permission:
    """What was found of an article, else that only an extract may be shown, and why."""
    why = "this site shows extracts" if policy.bodies == "none" else "its page names no licence that allows more"
    return held.get(article.id) or _extracted(article, why)


def extract_of(text: str, *, words: int = EXTRACT) -> str:
    """The first sentences up to so many words, of a short text a part; a long first sentence is cut."""
    whole = len(text.split())
    most = min(words, whole // SHARE)
    first = next((one for one in paragraphs(text) if text[one.start : one.end].strip()), None)
    if first is None or not most:
        return ""
    kept: list[str] = []
    for one in sentences(text, first):
        said = text[one.start : one.end].split()
        if len(kept) + len(said) > most:
            return " ".join(kept) if kept else f"{' '.join(said[:most])} …"
        kept += said
    return " ".join(kept)


def _is_own(article: Article, policy: Policy) -> bool:
    names = {outlet_of(article).casefold(), *([article.agency.casefold()] if article.agency else [])}
    return names <= policy.own


def _extracted(article: Article, why: str) -> Permission:
    return Permission("extract", why, extract=extract_of(article.text))


def _every(conn: sqlite3.Connection) -> Iterator[Article]:
    ids = held_articles.ids(conn, "")
    for at in range(0, len(ids), PIECE):
        yield from held_articles.by_ids(conn, ids[at : at + PIECE]).values()
