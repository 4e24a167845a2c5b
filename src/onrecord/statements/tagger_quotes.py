"""Which quotations are somebody's sentence, and which are words set into the writer's own: scare quotes, titles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.text.quotes import Quote

_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…][\"”’)]*)\s*$")
_LEADS_IN = re.compile(r"[,:–—]\s*$")
_ENDS = re.compile(r"[.,!?…–—-]$")


def direct_quotes(text: str, paragraph: Span, quotes: Sequence[Quote]) -> frozenset[Span]:
    """The outer spans of the quotations that stand as sentences or parts of sentences of their own."""
    direct: list[Span] = []
    for quote in quotes:
        if _is_direct(text, paragraph, quote, bool(direct)):
            direct.append(quote.outer)
    return frozenset(direct)


def _is_direct(text: str, paragraph: Span, quote: Quote, after_direct: bool) -> bool:
    inner = text[quote.inner.start : quote.inner.end].strip()
    before = text[paragraph.start : quote.outer.start][-40:]
    after = text[quote.outer.end : min(paragraph.end, quote.outer.end + 2)]
    if not quote.closed or len(inner.split()) > 25:
        return True
    opens = bool(_SENTENCE_BEFORE.search(before))
    if opens:
        return bool(_ENDS.search(inner)) or after[:1] in ("", ",") or len(inner.split()) > 12
    if not _LEADS_IN.search(before):
        return inner[:1].isupper() and bool(_ENDS.search(inner)) and len(inner.split()) > 3
    return inner[:1].isupper() or after_direct
