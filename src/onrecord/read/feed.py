"""RSS 0.9 to 2.0 and Atom: a page of form "entry" for each item.

Feeds come from strangers: entity declarations are refused before a parser sees them, nothing is fetched, and what a
feed carries as markup is handed on as markup, to be read by the same careful eyes as a page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree

from onrecord.model import Given, Page, Rejected
from onrecord.read.decode import text_of
from onrecord.read.source import Source, digest_of

ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.I)
MARKUP = re.compile(rb"<(?:!doctype\s+html|html)\b", re.I)
DECLARES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]{0,2000}\[", re.I)
DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,2000}>|<\?xml[^>]{0,300}\?>", re.I)
NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
OWN = {"amp", "lt", "gt", "quot", "apos"}
BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
MOST_ENTRIES = 2000
CONTENT, SUMMARY = ("encoded", "content"), ("description", "summary")
MEDIA = "{http://search.yahoo.com/mrss/}"
WHOLE = '<meta itemprop="articleBody">'  # before markup that its feed gives as the whole of an entry


def accepts(head: bytes, name: str) -> bool:
    """True where the first element is that of a feed."""
    head = head.replace(b"\x00", b"")
    return (
        bool(ROOT.search(head))
        and not MARKUP.search(head)
        and (
            b"<?xml" in head
            or name.endswith((".xml", ".rss", ".atom", ".rdf"))
            or head.lstrip()[:5].lower() in (b"<rss ", b"<feed", b"<rdf:")
        )
    )


def read(source: Source) -> Iterator[Page | Rejected]:
    """An entry for each item, in the order of the feed."""
    text = text_of(source.data)
    if DECLARES.search(text[:20_000]) or "<!ENTITY" in text:
        yield source.refuse("feed declares XML entities: not read, for safety")
        return
    root = _parsed(text)
    entries = [] if root is None else [one for one in root.iter(etree.Element) if _local(one) in ("item", "entry")]
    if not entries:
        yield source.refuse("feed without entries")
        return
    outlet = _text(_first(root, "channel", "title")) or _text(_child(root, "title"))
    for entry in entries[:MOST_ENTRIES]:
        yield _entry(source, entry, outlet)
    if len(entries) > MOST_ENTRIES:
        yield source.refuse(f"{len(entries) - MOST_ENTRIES:,} entries beyond the first {MOST_ENTRIES:,} are not read")


def _parsed(text: str) -> etree._Element | None:
    # Feeds use HTML's entities without declaring them; those of XML itself stay.
    plain = NAMED.sub(lambda name: name.group() if name.group(1) in OWN else html.unescape(name.group()), text)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(BAD.sub(" ", DOCTYPE.sub("", plain)).strip().encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _entry(source: Source, entry: etree._Element, outlet: str | None) -> Page:
    published = next(
        (when for name in ("published", "pubDate", "date", "issued") if (when := _text(_child(entry, name)))), None
    )
    given = Given(_plain(_text(_child(entry, "title"))), published, _authors(entry), outlet)
    changed = None if published else _text(_child(entry, "updated")) or _text(_child(entry, "modified"))
    return Page(
        source.name,
        "entry",
        with_change(_markup(entry), changed),
        digest_of(etree.tostring(entry)),
        _link(entry),
        given,
    )


def with_change(markup: str, changed: str | None) -> str:
    """The markup of an entry, with the day of its last change as a page of markup would say it."""
    return f'<meta itemprop="dateModified" content="{html.escape(changed)}">{markup}' if changed and markup else markup


def _markup(entry: etree._Element) -> str:
    for name in (*CONTENT, *SUMMARY):
        for one in entry:
            if _local(one) == name and not str(one.tag).startswith(MEDIA) and (markup := _inner(one).strip()):
                return WHOLE + markup if name in CONTENT else markup
    return ""


def _inner(element: etree._Element) -> str:
    if element.get("type") == "text":
        return html.escape(element.text or "", quote=False)
    if len(element):
        return (element.text or "") + "".join(etree.tostring(part, encoding="unicode") for part in element)
    return element.text or ""


def _link(entry: etree._Element) -> str | None:
    links = [one for one in entry if _local(one) == "link"]
    chosen = [one for one in links if one.get("rel", "alternate") == "alternate"] or links
    found = [(one.get("href") or one.text or "").strip() for one in chosen]
    if not any(found):
        found = [
            guid for one in entry if _local(one) == "guid" and (guid := (one.text or "").strip()).startswith("http")
        ]
    return next((url for url in found if url), None)


def _authors(entry: etree._Element) -> tuple[str, ...]:
    names = [_text(one) for one in entry if _local(one) == "creator"]
    names += [_text(_child(one, "name")) or _text(one) for one in entry if _local(one) == "author"]
    return tuple(dict.fromkeys(name for name in names if name))


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return next((one for one in element if _local(one) == name), None) if element is not None else None


def _first(root: etree._Element | None, *names: str) -> etree._Element | None:
    for name in names:
        root = _child(root, name)
    return root


def _text(element: etree._Element | None) -> str | None:
    return " ".join("".join(str(part) for part in element.itertext()).split()) or None if element is not None else None


def _plain(title: str | None) -> str | None:
    """Titles may be markup (Atom) or escaped twice (RSS)."""
    return " ".join(re.sub(r"<[^<>]{0,300}>", "", html.unescape(title)).split()) or None if title else None
