"""HTML: the markup of a whole page, told by its bytes and not by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Page, Rejected
from onrecord.read.decode import text_in
from onrecord.read.source import Source

OPENING = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,1500}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
TAG = re.compile(
    rb"</?(?:html|head|body|title|meta|link|script|style|div|article|section|p|h[1-6]|span|a|ul|li|img|table|br)\b",
    re.I,
)


def accepts(head: bytes, name: str) -> bool:
    """True for markup; an .html name needs one tag to be believed, another name several."""
    head = head.replace(b"\x00", b"")
    tags = len(TAG.findall(head))
    return bool(OPENING.match(head.removeprefix(b"\xef\xbb\xbf"))) or tags >= (
        1 if name.endswith((".html", ".htm", ".xhtml")) else 6
    )


def read(source: Source) -> Iterator[Page | Rejected]:
    """One page of form "html"."""
    yield source.page("html", text_in(source))
