"""XHTML sent as XML: rewritten as the HTML that it means, for the one careful reader of markup that there is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from onrecord.model import Page, Rejected
from onrecord.read.decode import text_in
from onrecord.read.source import Source

DECLARATION = re.compile(rb"\s*<\?xml\b", re.I)
ROOT = re.compile(rb"<(?:\w{1,20}:)?html[\s>]", re.I)
# The HTML parser would show what is left of these as text.
DECLARES = re.compile(r"<!DOCTYPE[^<>\[]{0,2000}\[[^\]]{0,20000}\]\s{0,20}>", re.I)
PROLOGUE = 30_000
MOST_TAGS = 1_000_000
INSTRUCTION = re.compile(r"<\?[^<>]{0,2000}>")
PREFIX = re.compile(r"xmlns:(\w{1,20})\s{0,9}=\s{0,9}[\"']http://www\.w3\.org/1999/xhtml[\"']", re.I)
CDATA, CLOSED = "<![CDATA[", "]]>"
CODE = re.compile(r"(</?(?:script|style)\b[^<>]{0,5000}>)", re.I)
# Only XML closes these with a slash: in HTML they would take the rest of the page into them.
EMPTY = re.compile(
    r"<(?=[a-zA-Z])(script|style|title|textarea|iframe|div|span|p|a|li|ul|ol|td|th|tr|h[1-6]|i|b|em|strong|section|article"
    r"|aside|button|select|option|label|noscript|video|audio|object)\b([^<>]{0,5000}?)/>",
    re.I,
)


def accepts(head: bytes, name: str) -> bool:
    """True for an XML declaration before a root that is html."""
    head = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return bool(DECLARATION.match(head)) and bool(ROOT.search(head))


def read(source: Source) -> Iterator[Page | Rejected]:
    """One page of form "html"."""
    text = text_in(source).lstrip()
    text = INSTRUCTION.sub("", DECLARES.sub("", text[:PROLOGUE], count=1) + text[PROLOGUE:])
    if prefix := PREFIX.search(text[:10_000]):
        text = re.sub(rf"<(/?){re.escape(prefix.group(1))}:(?=[a-zA-Z])", r"<\1", text)
    if text.count("<") <= MOST_TAGS:
        text = EMPTY.sub(r"<\1\2></\1>", text)
    yield source.page("html", "".join(_unwrapped(text)))


def _unwrapped(text: str) -> Iterator[str]:
    """The text with what stands in CDATA sections as text, but for scripts and styles, where it is code."""
    is_code = False
    for piece in CODE.split(text):
        if CODE.fullmatch(piece):
            is_code = not piece.startswith("</")
            yield piece
        else:
            yield piece if is_code else _plain(piece)


def _plain(piece: str) -> str:
    before, *sections = piece.split(CDATA)
    parts = (section.partition(CLOSED) for section in sections)
    return before + "".join(html.escape(inside, quote=False) + after for inside, _, after in parts)
