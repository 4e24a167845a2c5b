"""XML of strangers as a tree: no entity is expanded, nothing is fetched, damage is passed over."""

from __future__ import annotations

import html
import re
import sys

from lxml import etree

DECLARES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]{0,2000}\[", re.I)
DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,2000}>|<\?xml[^>]{0,300}\?>", re.I)
NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
OWN = {"amp", "lt", "gt", "quot", "apos"}
BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
NUMBERED = re.compile(r"&#(?:[xX]0*+([0-9a-fA-F]{1,6})|0*+([0-9]{1,7}))(?![0-9a-fA-F]);?")
MOST_TAGS = 2_000_000  # a tree of more would take half a gigabyte


def declares_entities(text: str) -> bool:
    """True where a document declares entities of its own: a way to blow a small file up."""
    return bool(DECLARES.search(text[:20_000])) or "<!ENTITY" in text


def parsed(text: str, *, url: str | None = None) -> etree._Element | None:
    """The root of the document; None where there is none, and where it has too many elements to be kept in memory.

    ``url`` is what ``base`` of its elements starts from.
    """
    if text.count("<") > MOST_TAGS:
        return None
    # Feeds use HTML's entities without declaring them; those of XML itself stay.
    plain = NAMED.sub(lambda name: name.group() if name.group(1) in OWN else html.unescape(name.group()), text)
    plain = NUMBERED.sub(_character, BAD.sub(" ", DOCTYPE.sub("", plain)))
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(plain.strip().encode(), parser, base_url=url or "")
    except (etree.XMLSyntaxError, ValueError):
        return None


def _character(number: re.Match[str]) -> str:
    """The reference as it stands; a blank for what is no character: a parser that mends makes broken bytes of it."""
    code = int(number[1], 16) if number[1] else int(number[2])
    return number.group() if code <= sys.maxunicode and not BAD.match(chr(code)) else " "


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name, in whatever namespace."""
    return next((one for one in element if local(one) == name), None) if element is not None else None


def said(element: etree._Element | None) -> str | None:
    """The text of an element on one line, or None."""
    return " ".join("".join(str(part) for part in element.itertext()).split()) or None if element is not None else None
