"""The headline as the reader sees it: the page's own heading where its metadata agree, else what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from itertools import islice

from lxml import html

from onrecord.articles.head import Head
from onrecord.articles.head_lines import folded, heading_of, likeness
from onrecord.articles.markup import squeezed

SPLIT = re.compile(r"\s+(?:[|•·»—–-]|::)\s+")
BAR = re.compile(r"\s*[|•ㅣ｜]\s*")
EDGES = " |•·»—–-:ㅣ｜"
LONGEST = 400
MOST_HEADINGS = 8
MOST_SECOND = 30
AGREED = 0.45  # F1 of words: more, and a heading and a claim are wordings of one headline
LEAST_OWN = 4  # words
LEAST_SECOND = 3
MOST_ABOVE = 12


def headline_of(tree: html.HtmlElement, head: Head) -> str:
    """The best headline of the page, an empty string where it has none."""
    claims = _claims(head)
    known = frozenset(folded(one) for one in claims if len(one.split()) >= LEAST_SECOND)
    if second := _second(tree, known):
        return second
    headings = [heading_of(one, known=known) for one in islice(tree.iter("h1"), MOST_HEADINGS)]
    shown = [one for one in headings if 0 < len(one) <= LONGEST]
    ranked = sorted(shown, key=lambda one: -max((likeness(one, claim) for claim in claims), default=0.5))
    if ranked and (not claims or max(likeness(ranked[0], claim) for claim in claims) >= AGREED):
        return ranked[0]
    return _lone(shown, head) or next(iter(claims), next(iter(ranked), ""))


def _claims(head: Head) -> list[str]:
    """What the metadata say, without the site's name; where one is another and a tail, without the tail."""
    said = [without_site(one, head.outlet) for one in (*head.headlines, head.title)]
    said = [one for one in dict.fromkeys(said) if one]
    return list(dict.fromkeys(_shortest(one, said) for one in said))


def _shortest(claim: str, others: Iterable[str]) -> str:
    begun = [one for one in others if claim.startswith(one) and len(one.split()) >= 3]
    return min((one for one in begun if re.match(r"\s*[|•·»—–ㅣ｜-]", claim[len(one) :])), key=len, default=claim)


def _second(tree: html.HtmlElement, known: Set[str]) -> str | None:
    """A second heading that the metadata give word for word: the first is then made for search engines or a trail."""
    for one in islice(tree.iter("h2"), MOST_SECOND):
        words = heading_of(one, known=known)
        if folded(words) in known and len(words.split()) >= LEAST_SECOND and not _leads_elsewhere(one):
            return words
    return None


def _leads_elsewhere(heading: html.HtmlElement) -> bool:
    """A heading of a teaser: a link, or an item of a list or a sidebar."""
    return next(heading.iter("a"), None) is not None or any(
        one.tag in ("a", "li", "aside", "nav", "footer") for one in islice(heading.iterancestors(), MOST_ABOVE)
    )


def _lone(shown: Sequence[str], head: Head) -> str | None:
    """The only heading of the page, though the metadata word it quite differently; not where it names the site."""
    if len(shown) != 1 or len(shown[0].split()) < LEAST_OWN or likeness(shown[0], head.outlet or "") > 0.3:
        return None
    return shown[0]


def without_site(title: str, outlet: str | None) -> str:
    """A title without the name of the site behind (or before) a dash or bar."""
    parts = SPLIT.split(title)
    if outlet and title.casefold().endswith(outlet.casefold()) and len(title) > len(outlet) + 3:
        before = title[: -len(outlet)]
        if before.rstrip() != before.rstrip(EDGES):
            return before.rstrip(EDGES)
    if len(parts) < 2:
        return title
    if outlet and parts[0].casefold() == outlet.casefold():
        return squeezed(title[len(parts[0]) :].lstrip(EDGES))
    short = len(parts[-1].split()) <= 5 and len(" ".join(parts[:-1]).split()) >= 3
    if (outlet and likeness(parts[-1], outlet) > 0.5) or (short and "|" in title):
        return _without_sections(title[: title.rfind(parts[-1])].rstrip(EDGES))
    return title


def _without_sections(title: str) -> str:
    """What stands behind further bars is sections, while a headline of some words is left."""
    parts = BAR.split(title)
    while len(parts) > 1 and len(parts[-1].split()) <= 3 and len(" ".join(parts[:-1]).split()) >= 4:
        parts.pop()
    return " | ".join(parts)
