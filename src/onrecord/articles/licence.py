"""Under which licence a page puts its story, in the words or by the address the page uses.

Only what is said of the text counts: most licences on a page of news are those of a photograph. Sources:
``rel=license`` (HTML, 4.6.8.12), ``license`` of schema.org, ``rights`` and ``license`` of Dublin Core.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import html

from onrecord.articles.head_data import nodes_of, string
from onrecord.articles.markup import parsed, squeezed
from onrecord.knowledge.tables import table

MOST = 12
MOST_WORDS = 600
MOST_LINKS = 4_000
MOST_UP = 40
RIGHTS = frozenset(
    f"{room}{what}"
    for room in ("", "dc.", "dc:", "dcterms.", "dcterms:", "cc:", "og:")
    for what in ("rights", "license", "licence", "rights.license", "copyright")
)
_PAGE = re.compile(r"\s{0,200}(?:<!doctype html|<html|<head|<\?xml[^<>]{0,200}>\s{0,200}<(?:!doctype )?html)", re.I)
_TEXT = re.compile(r"\b(?:articles?|stor(?:y|ies)|texts?|posts?|republish|reprint|written content)\b", re.I)
_PICTURE = re.compile(
    r"\b(?:photo\w*|images?|pictures?|illustrations?|videos?|maps?|graphics?|cover|sounds?|music|icons?|data ?sets?)\b",
    re.I,
)
_CAPTION = re.compile(r"caption|credit|figure|photo|image|gallery|media|thumb|related|sidebar", re.I)
_ELSEWHERE = frozenset({"figure", "figcaption", "aside", "nav"})


def licences_named(markup: str) -> tuple[str, ...]:
    """What the page says of the licence of its story: addresses and words, those of its own data first."""
    # To look for what allows something is quick; to parse every page that reserves its rights is not.
    if not _PAGE.match(markup.lstrip("\ufeff")) or not _allowing().search(markup.replace("\\/", "/")):
        return ()
    try:
        tree = parsed(markup)
    except ValueError:
        return ()
    found = [*_in_data(tree), *_in_metas(tree), *_linked(tree)]
    return tuple(dict.fromkeys(one[:MOST_WORDS] for one in found if one))[:MOST]


@cache
def _allowing() -> re.Pattern[str]:
    """What names a licence that allows anything."""
    patterns = (row["pattern"].replace("?P<version>", "?:") for row in table("licences") if row["body"] != "no")
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.I)


def _in_data(tree: html.HtmlElement) -> Iterator[str]:
    """Of the article in the structured data, not of its pictures."""
    said = nodes_of(tree).article.get("license")
    for one in said[:MOST] if isinstance(said, list) else [said]:
        values = [one.get(key) for key in ("@id", "url", "name")] if isinstance(one, dict) else [one]
        yield from filter(None, map(string, values))


def _in_metas(tree: html.HtmlElement) -> Iterator[str]:
    for one in tree.xpath("//meta[@content]")[:MOST_LINKS]:
        name = (one.get("name") or one.get("property") or one.get("itemprop") or "").strip().lower()
        if name in RIGHTS:
            yield squeezed(one.get("content", ""))


def _linked(tree: html.HtmlElement) -> Iterator[str]:
    for one in tree.xpath("//link[@href] | //a[@href]")[:MOST_LINKS]:
        address = squeezed(one.get("href", ""))
        licensed = "license" in one.get("rel", "").lower().split()
        if licensed or "creativecommons.org/" in address:
            around = _around(one)
            if around is not None and not _PICTURE.search(around) and (licensed or _TEXT.search(around)):
                yield address


def _around(link: html.HtmlElement) -> str | None:
    """The words of the block a link stands in; None where it is about something else than the story."""
    at, words = link, ""
    for _ in range(MOST_UP):
        marks = f"{at.get('class', '')} {at.get('id', '')}"
        if at.tag in _ELSEWHERE or at.get("about") or at.get("resource") or _is_caption(at, marks):
            return None
        if not words and at.tag in ("p", "div", "li", "td", "section", "footer", "article", "small"):
            words = squeezed(at.text_content()[:MOST_WORDS])
        at = at.getparent()
        if at is None:
            break
    return words


def _is_caption(one: html.HtmlElement, marks: str) -> bool:
    return one.tag not in ("html", "body", "main", "article") and bool(_CAPTION.search(marks))
