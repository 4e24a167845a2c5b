"""What a page says about itself: JSON-LD, meta elements, its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import html

from onrecord.articles.markup import squeezed

ARTICLE = re.compile(r"Article|Posting|Report(?!age)|Reportage|Review|Story|Statement", re.I)
NO_PERSON = re.compile(r"Organization|Corporation|Brand|Thing", re.I)
MOST_BODY = 200_000
TAG = re.compile(r"<[^<>]{0,400}>")
MOST_JSON = 1_000_000
MOST_NODES = 5000
PUBLISHED = tuple(
    re.findall(
        r"\S+",
        "article:published_time article.published og:published_time datepublished publish-date publish_date "
        "publishdate pubdate date dc.date dc.date.issued dcterms.date dcterms.created parsely-pub-date "
        "sailthru.date cxenseparse:recs:publishtime date.release article_date_original "
        "originalpublicationdate published_time_telegram release_date citation_publication_date timestamp "
        "created datecreated",
    )
)
MODIFIED = tuple(
    re.findall(
        r"\S+",
        "article:modified_time og:updated_time lastmod last-modified datemodified dcterms.modified revised modified",
    )
)
AUTHOR = tuple(
    re.findall(
        r"\S+",
        "author byl dc.creator parsely-author article:author_name sailthru.author cxenseparse:author dcterms.creator",
    )
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the page's own metadata claim. Dates are (where it is said, the words); ``body``: the story in JSON-LD."""

    title: str = ""
    headlines: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    kind: str = ""
    body: str = ""
    published: tuple[tuple[str, str], ...] = ()
    modified: tuple[tuple[str, str], ...] = ()


def head_of(tree: html.HtmlElement) -> Head:
    """The metadata of a page, JSON-LD before meta elements."""
    meta = _metas(tree)
    data = _article_data(tree)
    title = squeezed(next(iter(tree.xpath("//title/text()")), ""))
    publisher = data.get("publisher") or data.get("sourceOrganization")
    return Head(
        title=title,
        headlines=_present(meta.get("og:title"), _string(data.get("headline")), meta.get("twitter:title")),
        persons=tuple(dict.fromkeys(_persons(data.get("author")))) or _meta_persons(meta),
        outlet=meta.get("og:site_name") or next(_names(publisher), None) or meta.get("application-name"),
        url=_url(tree, meta, data),
        language=_language(tree, meta, data),
        body=_body(data),
        kind=meta.get("og:type", "").lower() or str(data.get("@type", "")).lower(),
        published=tuple(_dates(data, "datePublished", meta, PUBLISHED)) or tuple(_dates(data, "dateCreated", {}, ())),
        modified=tuple(_dates(data, "dateModified", meta, MODIFIED)),
    )


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in tree.xpath("//meta[@content]"):
        name = one.get("property") or one.get("name") or one.get("itemprop") or one.get("http-equiv") or ""
        if value := squeezed(unescape(one.get("content", ""))):
            found.setdefault(name.strip().lower(), value[:1000])
    return found


def _present(*values: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


# ---------------------------------------------------------------- JSON-LD


def _article_data(tree: html.HtmlElement) -> dict[str, Any]:
    """The first article among the page's JSON-LD, an empty dict where there is none."""
    nodes = [node for script in tree.xpath("//script[contains(@type,'ld+json')]") for node in _nodes(script.text or "")]
    articles = [node for node in nodes if ARTICLE.search(str(node.get("@type", "")))]
    dated = [node for node in articles if node.get("datePublished") or node.get("headline")]
    return next(iter(dated or articles), {})


def _nodes(text: str) -> Iterator[dict[str, Any]]:
    try:
        data = json.loads(text[:MOST_JSON].strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    queue, seen = [data], 0
    while queue and seen < MOST_NODES:
        node = queue.pop(0)
        seen += 1
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            yield node
            queue.extend(
                node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate") if key in node
            )


def _string(value: Any) -> str | None:
    return squeezed(unescape(value)) or None if isinstance(value, str) else None


def _body(data: dict[str, Any]) -> str:
    said = data.get("articleBody")
    return TAG.sub(" ", unescape(said[:MOST_BODY])).replace("\r", "\n") if isinstance(said, str) else ""


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        for part in name if isinstance(name, list) else [name]:
            if (said := _string(part)) and not said.startswith("http"):
                yield said


def _persons(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if not (isinstance(one, dict) and NO_PERSON.search(str(one.get("@type", "")))):
            yield from _names(one)


def _meta_persons(meta: dict[str, str]) -> tuple[str, ...]:
    said = next((meta[name] for name in AUTHOR if meta.get(name) and not meta[name].startswith("http")), None)
    return (said,) if said else ()


def _dates(data: dict[str, Any], key: str, meta: dict[str, str], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if said := _string(data.get(key)):
        yield f"JSON-LD {key}", said
    for name in names:
        if name in meta:
            yield f"meta {name}", meta[name]


# ---------------------------------------------------------------- address and language


def _url(tree: html.HtmlElement, meta: dict[str, str], data: dict[str, Any]) -> str | None:
    canonical = tree.xpath("//link[translate(@rel,'CANOIL','canoil')='canonical']/@href")
    page = data.get("mainEntityOfPage")
    found = [*canonical, meta.get("og:url"), data.get("url"), page.get("@id") if isinstance(page, dict) else page]
    urls = [squeezed(one) for one in found if isinstance(one, str)]
    return next((url for url in urls if url.startswith(("http://", "https://")) and len(url) < 2000), None)


def _language(tree: html.HtmlElement, meta: dict[str, str], data: dict[str, Any]) -> str | None:
    said = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), meta.get("og:locale")]
    said += [meta.get("content-language"), data.get("inLanguage")]
    codes = [one.strip()[:2].lower() for one in said if isinstance(one, str)]
    return next((code for code in codes if code.isalpha() and len(code) == 2), None)
