"""The headline as the reader sees it: the page's own heading where its metadata agree, else what they say."""

from __future__ import annotations

import re
from collections import Counter

from lxml import html

from onrecord.articles.head import Head
from onrecord.articles.markup import text_of

SPLIT = re.compile(r"\s+(?:[|•·»—–-]|::)\s+")
WORD = re.compile(r"\w+")
LONGEST = 400


def headline_of(tree: html.HtmlElement, head: Head) -> str:
    """The best headline of the page, an empty string where it has none."""
    claims = [*(without_site(one, head.outlet) for one in head.headlines), without_site(head.title, head.outlet)]
    claims = [one for one in claims if one]
    shown = [words for one in tree.xpath("//h1")[:6] if 0 < len(words := text_of(one)) <= LONGEST]
    ranked = sorted(shown, key=lambda one: -max((likeness(one, claim) for claim in claims), default=0.5))
    if ranked and (not claims or max(likeness(ranked[0], claim) for claim in claims) >= 0.45):
        return ranked[0]
    return next(iter(claims), next(iter(ranked), ""))


def without_site(title: str, outlet: str | None) -> str:
    """A title without the name of the site behind (or before) a dash or bar."""
    parts = SPLIT.split(title)
    if len(parts) < 2:
        return title
    if outlet and parts[0].casefold() == outlet.casefold():
        return title[SPLIT.search(title).end() :] if SPLIT.search(title) else title  # type: ignore[union-attr]
    short = len(parts[-1].split()) <= 5 and len(" ".join(parts[:-1]).split()) >= 3
    if (outlet and likeness(parts[-1], outlet) > 0.5) or (short and "|" in title):
        return title[: title.rfind(parts[-1])].rstrip(" |•·»—–-:")
    return title


def likeness(one: str, other: str) -> float:
    """F1 of the words of two lines."""
    a, b = Counter(WORD.findall(one.casefold())), Counter(WORD.findall(other.casefold()))
    both = (a & b).total()
    return 2 * both / (a.total() + b.total()) if both else 0.0
