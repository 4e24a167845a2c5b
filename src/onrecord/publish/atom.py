"""Atom feeds of what changed. Source: RFC 4287."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from onrecord.publish.addresses import Addresses
from onrecord.publish.quotes import Quote
from onrecord.publish.rendering import seen
from onrecord.publish.told import KINDS, Line, day_of
from onrecord.publish.words import UNNAMED, day_words, quoted, stance_word

ATOM, XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
TYPE = "application/atom+xml; charset=utf-8"
LIMIT = 50  # entries
EPOCH = "1970-01-01T00:00:00Z"  # of a feed in which nothing has happened yet
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: ``key`` is what it is for good; ``updated``: UTC, ISO 8601; ``day``: of the news, in words."""

    key: str
    title: str
    address: str
    updated: str
    kind: str
    note: str = ""
    about: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: ``key`` is what it is for good, ``own`` its address, ``page`` the one of the page it follows."""

    key: str
    title: str
    own: str
    page: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """When the last of it changed."""
        return max((one.updated for one in self.entries), default=EPOCH)


def entries_of(lines: Sequence[Line], to: Addresses) -> tuple[Entry, ...]:
    """Changes as entries. ``to``: whole addresses."""
    return tuple(
        Entry(
            f"change:{one.change.id}",
            one.title,
            one.address(to),
            one.change.at,
            KINDS[one.change.kind],
            ". ".join(part for part in (day_of(one.change), one.note) if part),
            one.about,
            one.quotes,
        )
        for one in lines[:LIMIT]
    )


def urn(key: str) -> str:
    """An id that stays whatever the address: a UUID made of the key. Source: RFC 9562, version 5."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'onrecord:{key}')}"


def atom(feed: Feed, to: Addresses) -> bytes:
    """The document. Characters that XML has not are left out."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})  # type: ignore[dict-item]
    _add(root, "id", urn(feed.key))
    _add(root, "title", feed.title)
    _add(root, "updated", feed.updated)
    _add(_add(root, "author", ""), "name", to.title)
    _link(root, "self", feed.own, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    _add(root, "generator", "onrecord")
    for one in feed.entries:
        _entry(root, one, to)
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _entry(root: etree._Element, one: Entry, to: Addresses) -> None:
    entry = _add(root, "entry", "")
    _add(entry, "id", urn(one.key))
    _add(entry, "title", one.title)
    _add(entry, "updated", one.updated)
    _link(entry, "alternate", one.address, "text/html")
    _add(entry, "category", "").set("term", one.kind)
    content = _add(entry, "content", "")
    content.set("type", "xhtml")
    box = etree.SubElement(content, f"{{{XHTML}}}div", nsmap={None: XHTML})  # type: ignore[dict-item]
    for name, text in (("p", one.about), ("p", one.note)):
        if text:
            _tag(box, name, text)
    for quote in one.quotes:
        _quote(box, quote, to)


def _quote(box: etree._Element, one: Quote, to: Addresses) -> None:
    _words(_tag(box, "blockquote", ""), one)
    whose = "" if one.direct else "in the article’s words, "
    who = one.speaker or one.party or UNNAMED
    meta = _tag(box, "p", f"{stance_word(one.stance)}: {who}, {day_words(one.day)}, {whose}")
    link = _tag(meta, "a", one.place.outlet)
    link.set("href", to.article(one.place.article, statement=one.place.statement))
    if archived := to.archived(one.place.article, statement=one.place.statement):
        link.tail = " · "
        _tag(meta, "a", "archived page").set("href", archived)


def _words(box: etree._Element, one: Quote) -> None:
    """Direct words in quotation marks; others among those of the article that attribute them, and marked."""
    said = _tag(box, "p", quoted(one.words) if one.direct else "" if one.runs else one.words)
    for run in one.runs:
        if run.hit:
            _tag(said, "em", run.text)
        elif len(said):
            said[-1].tail = (said[-1].tail or "") + clean(run.text)
        else:
            said.text = (said.text or "") + clean(run.text)


def _add(parent: etree._Element, name: str, text: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    made.text = clean(text) or None
    return made


def _tag(parent: etree._Element, name: str, text: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{XHTML}}}{name}")
    made.text = clean(text) or None
    return made


def _link(parent: etree._Element, rel: str, address: str, kind: str) -> None:
    link = _add(parent, "link", "")
    for name, value in (("rel", rel), ("type", kind), ("href", clean(address))):
        link.set(name, value)


def clean(text: str) -> str:
    """The text without what XML has not, and without what would show otherwise than it is."""
    return _NO_XML.sub("", seen(text))
