"""The section of an outlet that an article stands in: as its metadata, its breadcrumbs or its address say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html

from onrecord.articles.head_data import Nodes, string
from onrecord.articles.markup import text_of
from onrecord.knowledge.tables import table

METAS = ("article:section", "parsely-section", "section", "cxenseparse:section", "dc.subject.section", "pagesection")
BREADCRUMBS = "https://schema.org/BreadcrumbList"
LONGEST = 50
MOST_WORDS = 5
MOST_CRUMBS = 12
SMALL = str.maketrans("BCR", "bcr")
SPLIT = re.compile(r"\s*[,;|>»›]\s*|\s+/\s+")
SLUG = re.compile(r"[a-z0-9]+(?:[-_/][a-z0-9]+)+")


def section_of(tree: html.HtmlElement, meta: Mapping[str, str], nodes: Nodes, url: str | None) -> str | None:
    """The section in the page's own words, a general one ("News") only for want of more; None where none is named."""
    said = [*_strings(nodes.article.get("articleSection")), *(meta[name] for name in METAS if name in meta)]
    named = [*_usable(said), *reversed(list(_usable(_crumbs(tree, nodes)))), *_by_address(url)]
    return next((one for one in named if not is_general(one)), next(iter(named), None))


@cache
def _kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("sections")}


def is_general(section: str) -> bool:
    """True for a section that holds everything: "News"."""
    return _kinds().get(section.casefold()) == "general"


def is_no_section(words: str) -> bool:
    """True for what stands among sections and is none: "Home", "Uncategorized"."""
    return _kinds().get(words.casefold()) == "none"


def _usable(said: Iterable[str]) -> Iterator[str]:
    for one in said:
        for part in SPLIT.split(one):
            words = part.split("/")[-1] if "/" in part else re.sub(r"[-_]", " ", part)
            plain = " ".join(dict.fromkeys(words.split())) if SLUG.fullmatch(part) else part
            short = 1 < len(plain) <= LONGEST and len(plain.split()) <= MOST_WORDS
            if short and not is_no_section(plain) and re.search(r"[^\W\d_]", plain) and "." not in plain[1:-1]:
                yield plain


def _strings(value: Any) -> Iterator[str]:
    for one in value[:MOST_CRUMBS] if isinstance(value, list) else [value]:
        if said := string(one):
            yield said


def _crumbs(tree: html.HtmlElement, nodes: Nodes) -> list[str]:
    """The links that lead down to the article, without the article."""
    listed = next((node for node in nodes.all if node.get("@type") == "BreadcrumbList"), {}).get("itemListElement")
    items = [one for one in listed if isinstance(one, dict)][:MOST_CRUMBS] if isinstance(listed, list) else []
    names = [name for one in items for name in nodes.names(one.get("name") or one.get("item"))]
    if not names:
        holder = next((one for one in tree.iter() if _holds_crumbs(one)), None)
        names = [text_of(one) for one in holder.xpath(".//a")[:MOST_CRUMBS]] if holder is not None else []
    title = next((string(nodes.article.get(key)) for key in ("headline", "name") if nodes.article.get(key)), None)
    return [name for name in names if name and name != title]


def _holds_crumbs(element: html.HtmlElement) -> bool:
    marks = element.get("class")
    named = bool(marks) and "breadcrumb" in marks.translate(SMALL)
    return (named or element.get("itemtype") == BREADCRUMBS) and next(element.iterdescendants("a"), None) is not None


def _by_address(url: str | None) -> Iterator[str]:
    """A part of the address that is the name of a section, the deepest first."""
    try:
        path = unquote(urlsplit(url or "").path)
    except ValueError:
        return
    for part in reversed(path.split("/")[1:-1][:4]):
        words = re.sub(r"[-_]", " ", part.lower())
        if words in _kinds() and not is_no_section(words):
            yield words.capitalize()
