"""RSS 0.9 to 2.0 and Atom: a page of form "entry" for each item.

Feeds come from strangers: entity declarations are refused before a parser sees them, nothing is fetched, and what a
feed carries as markup is handed on as markup, to be read by the same careful eyes as a page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from lxml import etree

from onrecord.model import Given, Page, Rejected
from onrecord.read.address import joined
from onrecord.read.decode import text_in
from onrecord.read.source import Source, digest_of
from onrecord.read.xmltree import child, declares_entities, local, parsed, said

ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.I)
MARKUP = re.compile(rb"<(?:!doctype\s+html|html)\b", re.I)
MOST_ENTRIES = 2000
CONTENT, SUMMARY = ("encoded", "full-text", "content", "body"), ("description", "summary")
# Pictures, sound and film of an entry have titles and descriptions of their own.
ASIDE = ("{http://search.yahoo.com/mrss", "{http://www.itunes.com/dtds/podcast", "{http://www.google.com/schemas/play")
PLAIN = ("text", "text/plain")
TEXTUAL = ("text", "html", "xhtml", "application/xhtml+xml", "escaped")
PREFIX = re.compile(r"<(/?)[a-z]\w{0,20}:(?=[a-z])", re.I)
TAG = re.compile(r"<[^<>]{0,500}>")
PARAGRAPH = re.compile(r"\n\s*\n")
# A feed that gives no more than the beginning closes it so.
CONTINUES = re.compile(
    r"(?:\[\s?(?:\u2026|\.\.\.)\s?\]|\b(?:continue|keep) reading\b.{0,150}|\bread (?:more|on)\b"
    r"|\bread the (?:full|whole|rest)\b.{0,60})\W{0,20}$",
    re.I | re.S,
)
MAIL = re.compile(r"[^\s@]{1,100}@[^\s@]{1,100}(?: \(([^()]{1,200})\))?|([^<>@]{1,200})<[^<>\s]{3,200}>")
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
    """An entry for each item, in the order of the feed; one that stands there twice to the letter, once."""
    text = text_in(source)
    if declares_entities(text):
        yield source.refuse("feed declares XML entities: not read, for safety")
        return
    root = parsed(text, url=source.capture.url if source.capture else None)
    entries = [] if root is None else [one for one in root.iter(etree.Element) if local(one) in ("item", "entry")]
    if not entries:
        yield source.refuse("feed without entries")
        return
    outlet = said(_first(root, "channel", "title")) or said(child(root, "title"))
    pages = (_entry(source, entry, outlet) for entry in entries[:MOST_ENTRIES])
    yield from dict.fromkeys(pages)
    if len(entries) > MOST_ENTRIES:
        yield source.refuse(f"{len(entries) - MOST_ENTRIES:,} entries beyond the first {MOST_ENTRIES:,} are not read")


def _entry(source: Source, entry: etree._Element, outlet: str | None) -> Page:
    own = [one for one in entry if not str(one.tag).startswith(ASIDE)]
    published = _first_said(own, "published", "pubDate", "date", "issued", "created")
    changed = None if published else _first_said(own, "updated", "modified")
    # An entry that came from another feed names it.
    origin = next((one for one in own if local(one) == "source"), None)
    outlet = said(child(origin, "title")) or (None if origin is None or len(origin) else said(origin)) or outlet
    given = Given(_plain(_first_said(own, "title")), published, _authors(own), _plain(outlet))
    content = with_change(_markup(own), changed)
    digest = digest_of(etree.tostring(entry, with_tail=False))
    return Page(source.name, "entry", content, digest, _link(entry), given, source.capture)


def with_change(markup: str, changed: str | None) -> str:
    """The markup of an entry, with the day of its last change as a page of markup would say it."""
    return f'<meta itemprop="dateModified" content="{html.escape(changed)}">{markup}' if changed and markup else markup


def _markup(own: Sequence[etree._Element]) -> str:
    for name in (*CONTENT, *SUMMARY):
        for one in own:
            if local(one).lower() == name and (markup := _inner(one).strip()):
                return WHOLE + markup if name in CONTENT and not _continues(markup) else markup
    return ""


def _continues(markup: str) -> bool:
    return bool(CONTINUES.search(html.unescape(TAG.sub(" ", markup[-1000:])).rstrip()[-300:]))


def _inner(element: etree._Element) -> str:
    """The markup in an element; what it holds as plain text is marked up, what is no text is left out."""
    kind = element.get("type", "").lower()
    if kind and kind not in TEXTUAL and not kind.startswith("text/"):
        return ""
    if kind in PLAIN:
        parts = PARAGRAPH.split(element.text or "")
        escaped = [html.escape(part.strip(), quote=False) for part in parts if part.strip()]
        return "".join(f"<p>{part}</p>" for part in escaped) if len(escaped) > 1 else "".join(escaped)
    if len(element):
        inside = "".join(etree.tostring(part, encoding="unicode") for part in element)
        return (element.text or "") + PREFIX.sub(r"<\1", inside)
    return element.text or ""


def _link(entry: etree._Element) -> str | None:
    """The address of the article: as it was before a service counted the clicks, else as linked, else as named."""
    links = [one for one in entry if local(one) == "link"]
    chosen = [one for one in links if one.get("rel", "alternate") == "alternate"] or links
    original = [one for one in entry if local(one) == "origLink"]
    found = [(one.base, one.get("href") or one.text or "") for one in (*original, *chosen)]
    found += [(entry.base, str(value)) for key, value in entry.attrib.items() if str(key).endswith("}about")]
    found += [(None, one.text or "") for one in entry if local(one) in ("guid", "id") and _is_address(one)]
    return next((joined(base, url) or url.strip() for base, url in found if url.strip()), None)


def _is_address(guid: etree._Element) -> bool:
    permanent = guid.get("isPermaLink", "true").strip().lower() != "false"
    return permanent and (guid.text or "").strip().startswith(("http://", "https://"))


def _authors(own: Sequence[etree._Element]) -> tuple[str, ...]:
    names = [said(one) for one in own if local(one) == "creator"]
    names += [said(child(one, "name")) or (None if len(one) else said(one)) for one in own if local(one) == "author"]
    return tuple(dict.fromkeys(plain for name in names if (plain := _plain(_without_mail(name)))))


def _without_mail(name: str | None) -> str | None:
    """RSS asks for "address (name)"; an address alone names nobody."""
    told = MAIL.fullmatch(name or "")
    return (told.group(1) or told.group(2) or "").strip() or None if told else name


def _first_said(own: Sequence[etree._Element], *names: str) -> str | None:
    return next((text for name in names for one in own if local(one) == name and (text := said(one))), None)


def _first(root: etree._Element | None, *names: str) -> etree._Element | None:
    for name in names:
        root = child(root, name)
    return root


def _plain(title: str | None) -> str | None:
    """Titles may be markup (Atom) or escaped twice (RSS)."""
    return " ".join(re.sub(r"<[^<>]{0,300}>", "", html.unescape(title)).split()) or None if title else None
