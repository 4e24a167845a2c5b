"""Adding pages by hand: the form, what was found in what was sent, and what is worked at meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from onrecord.model import Article, Follow, Furniture, Reading, Rejected, Statement
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import outlet_of
from onrecord.publish.in_place import Paragraph, paragraphs
from onrecord.publish.pages.article import sureness
from onrecord.publish.rendering import render
from onrecord.publish.sample import sample_pages
from onrecord.publish.working import working
from onrecord.store import articles, follows
from onrecord.store.articles import Listed

MOST_TEXT = 30_000  # characters of text that are shown of all pages together
MOST_NOTES = 80  # statements of all pages together
MOST_BLOCKS = 12
RETURNED = 20_000  # characters of what was pasted that come back with an error
MOST_KEPT = 60
FIELDS = ("address", "text", "form", "outlet", "from", "day", "url")
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Seen:
    """A page that was read. ``cut``: how many characters of its text are not shown; ``unshown``: statements."""

    article: Article
    outlet: str
    sure: str
    paragraphs: tuple[Paragraph, ...]
    notes: Mapping[str, tuple[int, Statement]]
    furniture: tuple[Furniture, ...]
    statements: int
    cut: int

    @property
    def unshown(self) -> int:
        """Statements that stand in what is cut."""
        return self.statements - len(self.notes)


@dataclass(frozen=True, slots=True)
class Handed:
    """Something sent and looked over. ``further``, ``more``: pages counted only, and whether there is yet more."""

    id: str
    name: str
    size: int
    results: Sequence[Reading | Rejected]
    further: int
    more: bool
    is_list: bool = False


def add_page(
    conn: sqlite3.Connection, to: Addresses, *, problem: str = "", sent: Mapping[str, str] = NOTHING, at: str = ""
) -> str:
    """The form. ``problem``: why what was ``sent`` was not done; ``at``: which of the forms it was, "" or "follow"."""
    work = working(conn)
    values = {
        "problem": problem,
        "at": at,
        "sent": {name: _returned(sent.get(name, "")) for name in FIELDS},
        "lost": len(sent.get("text", "")) > RETURNED,
        "work": work,
        "empty": work.sample_cut_short or not articles.counted(conn),
        "sample": sample_pages() is not None,
    }
    return render("onboard/add.html", to, values)


def found_page(to: Addresses, handed: Handed) -> str:
    """What was found in something sent, before anything is kept."""
    refused = [one for one in handed.results if isinstance(one, Rejected)]
    return render("onboard/found.html", to, {"handed": handed, "seen": _seen(handed.results), "refused": refused})


def kept_page(conn: sqlite3.Connection, to: Addresses, ids: Sequence[str], refused: int) -> str:
    """The articles that were kept, where there are several, or none."""
    found: Mapping[str, Listed] = articles.listed_by_ids(conn, ids[:MOST_KEPT])
    values = {"kept": [found[one] for one in ids if one in found], "refused": refused, "outlet_of": outlet_of}
    return render("onboard/kept.html", to, values)


def work_page(conn: sqlite3.Connection, to: Addresses) -> str:
    """What is worked at, what was, and what failed."""
    return render("onboard/working.html", to, {"work": working(conn)})


def followed_page(conn: sqlite3.Connection, to: Addresses, url: str, titles: Sequence[object]) -> str | None:
    """What an address turned out to be, and the first titles; None where it is not followed."""
    one: Follow | None = follows.followed(conn, url)
    if one is None:
        return None
    return render("onboard/followed.html", to, {"one": one, "titles": titles, "work": working(conn)})


def _seen(results: Sequence[Reading | Rejected]) -> list[Seen]:
    shown, letters, notes = [], MOST_TEXT, MOST_NOTES
    for one in results:
        if isinstance(one, Reading):
            seen = _page(one, letters, notes)
            letters -= len(one.article.text) - seen.cut
            notes -= len(seen.notes)
            shown.append(seen)
    return shown


def _page(one: Reading, letters: int, most: int) -> Seen:
    """A page with so much of its text, and so many of its statements marked."""
    article = one.article
    end = _end(article.text, letters)
    in_order = sorted(one.statements, key=lambda said: min(said.content.spans, default=(0, 0)))
    held = [said for said in in_order if all(span.end <= end for span in said.content.spans)][:most]
    return Seen(
        article,
        outlet_of(article),
        sureness(article),
        paragraphs(article.text[:end], held),
        {said.id: (number, said) for number, said in enumerate(held, 1)},
        article.furniture[:MOST_BLOCKS],
        len(one.statements),
        len(article.text) - end,
    )


def _end(text: str, letters: int) -> int:
    """Where to cut a text of which so much may be shown: between paragraphs, where there is such a place."""
    if len(text) <= letters:
        return len(text)
    return max(0, text.rfind("\n\n", 0, max(0, letters)))


def _returned(value: str) -> str:
    return value if len(value) <= RETURNED else ""
