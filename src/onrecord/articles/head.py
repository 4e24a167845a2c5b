"""What a page says about itself: JSON-LD, meta elements, its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import Any

from lxml import html

from onrecord.articles.byline_markup import Signed, is_elsewhere, signed
from onrecord.articles.byline_names import Names, is_agency, looks_like_name, names_of, persons_of
from onrecord.articles.canonical import canonical_of
from onrecord.articles.head_data import nodes_of, string
from onrecord.articles.markup import LinkedLine, linked_lines, squeezed
from onrecord.articles.notes import kind_of_note, notes_in
from onrecord.articles.section import section_of
from onrecord.model import Note
from onrecord.text.names import is_given

MOST_BODY = 200_000
TAG = re.compile(r"<[^<>]{0,400}>")
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
        "author byl dc.creator parsely-author article:author_name sailthru.author cxenseparse:author dcterms.creator "
        "citation_author article:author og:article:author article:byline vr:author mediator_author news_author creator",
    )
)
WRITTEN_BY = re.compile(
    r"(?:written|posted|published) by|author|verfasst von|geschrieben von|autor(?:in)?|écrit par|auteur|escrito por|"
    r"scritto da|geschreven door|skrevet av|skrevet af|skriven av|kirjoittanut|napisane przez",
    re.I,
)
MOST_AUTHORS = 12
MOST_LINES = 5000


@dataclass(frozen=True, slots=True)
class Head:
    """What the page's own metadata claim. Dates are (where it is said, the words); ``body``: the story in JSON-LD.

    ``persons``: whom the most trusted source names that names any, and behind them the agencies credited as authors.
    ``credits``: the lines at the headline that are marked as byline or credit.
    ``lines``: those of the whole page; ``notes``: what it says about its own article.
    ``free``: whether all may read the article, None where nothing says so.
    """

    title: str = ""
    headlines: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    section: str | None = None
    language: str | None = None
    kind: str = ""
    body: str = ""
    free: bool | None = None
    lines: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    published: tuple[tuple[str, str], ...] = ()
    modified: tuple[tuple[str, str], ...] = ()


def head_of(tree: html.HtmlElement, *, lines: Sequence[LinkedLine] | None = None) -> Head:
    """The metadata of a page, JSON-LD before meta elements. ``lines``: those of the tree, where they are known."""
    metas = _metas(tree)
    meta = {name: values[0] for name, values in metas.items()}
    nodes = nodes_of(tree)
    data = nodes.article
    title = squeezed(next(iter(tree.xpath("//title/text()")), ""))
    publisher = data.get("publisher") or data.get("sourceOrganization")
    said = tuple(dict.fromkeys(nodes.names(data.get("author") or data.get("creator"), persons=True)))
    url = canonical_of(tree, meta, data)
    outlet = meta.get("og:site_name") or next(nodes.names(publisher), None) or meta.get("application-name")
    headlines = _present(meta.get("og:title"), string(data.get("headline")), meta.get("twitter:title"))
    lines = list(islice(linked_lines(tree) if lines is None else lines, MOST_LINES))
    shown = signed(tree, (*headlines, title), lines)
    return Head(
        title=title,
        headlines=headlines,
        persons=tuple(_persons(shown, (said, _meta_persons(metas), _labelled(meta)), names_of(outlet, url))),
        credits=shown.credits,
        outlet=outlet,
        url=url,
        section=section_of(tree, meta, nodes, url),
        language=_language(tree, meta, data),
        body=_body(data),
        kind=meta.get("og:type", "").lower() or str(data.get("@type", "")).lower(),
        free=_free(nodes.all),
        lines=tuple(line for line, _, _ in lines),
        notes=notes_in(line for line, holder, _ in lines if kind_of_note(line) and not is_elsewhere(holder)),
        published=tuple(_dates(data, "datePublished", meta, PUBLISHED)) or tuple(_dates(data, "dateCreated", {}, ())),
        modified=tuple(_dates(data, "dateModified", meta, MODIFIED)),
    )


def _metas(tree: html.HtmlElement) -> dict[str, list[str]]:
    """What every meta element says, by its name in lower case."""
    found: dict[str, list[str]] = {}
    for one in tree.xpath("//meta[@content]"):
        name = one.get("property") or one.get("name") or one.get("itemprop") or one.get("http-equiv") or ""
        if value := squeezed(unescape(one.get("content", ""))):
            found.setdefault(name.strip().lower(), []).append(value[:1000])
    return found


def _present(*values: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _body(data: dict[str, Any]) -> str:
    said = data.get("articleBody")
    return TAG.sub(" ", unescape(said[:MOST_BODY])).replace("\r", "\n") if isinstance(said, str) else ""


def _free(nodes: tuple[dict[str, Any], ...]) -> bool | None:
    said = [node["isAccessibleForFree"] for node in nodes if "isAccessibleForFree" in node]
    words = {str(one).strip().lower() for one in said}
    return False if words & {"false", "0", "no"} else True if words else None


# ---------------------------------------------------------------- persons


def _persons(shown: Signed, claimed: tuple[tuple[str, ...], ...], names: Names) -> list[str]:
    """What the metadata say before what the page marks, and that before its lines that open with "By"."""
    credited = [one for source in claimed for one in source if is_agency(one)]
    persons = persons_of((*claimed, *shown.named), names)
    marked = (persons_of((group,), names) for group in shown.named)
    return [*next((more for more in marked if _is_fuller(more, persons)), persons), *credited]


def _is_fuller(more: Sequence[str], persons: Sequence[str]) -> bool:
    """Whether the page shows everybody the metadata name and others beside them, who have names that people have."""
    others = [name for name in more if name not in persons]
    known = all(is_given(name.split(maxsplit=1)[0]) and looks_like_name(name) for name in others)
    return bool(persons and others) and known and set(persons) < set(more)


def _meta_persons(metas: Mapping[str, list[str]]) -> tuple[str, ...]:
    said = ([one for one in metas.get(name, [])[:MOST_AUTHORS] if not _is_address(one)] for name in AUTHOR)
    return tuple(next((names for names in said if names), ()))


def _is_address(said: str) -> bool:
    return said.lower().startswith(("http", "www.", "/", "@"))


def _labelled(meta: Mapping[str, str]) -> tuple[str, ...]:
    """Social cards carry pairs of label and data, one of them often "Written by" and a name."""
    labels = (at for at in "12345" if WRITTEN_BY.fullmatch(meta.get(f"twitter:label{at}", "").strip(" :")))
    return tuple(said for at in labels if (said := meta.get(f"twitter:data{at}")) and not _is_address(said))


def _dates(data: dict[str, Any], key: str, meta: dict[str, str], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if said := string(data.get(key)):
        yield f"JSON-LD {key}", said
    for name in names:
        if name in meta:
            yield f"meta {name}", meta[name]


def _language(tree: html.HtmlElement, meta: dict[str, str], data: dict[str, Any]) -> str | None:
    said = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), meta.get("og:locale")]
    said += [meta.get("content-language"), data.get("inLanguage")]
    codes = [one.strip()[:2].lower() for one in said if isinstance(one, str)]
    return next((code for code in codes if code.isalpha() and len(code) == 2), None)
