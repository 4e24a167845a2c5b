"""Signs that a page shows no more than the beginning of its story to those who do not pay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.articles.prose import is_sentence, word_count
from onrecord.knowledge.tables import table

SHORT = 200  # words: most stories have more, most previews fewer
AFTER = 12  # lines behind the last paragraph where the offer stands
LONGEST = 200
ELLIPSIS = re.compile(r"(?:…|\.\.\.|\[…\])\s*$")


def paywall_of(paragraphs: Sequence[str], lines: Sequence[str], *, free: bool | None) -> str | None:
    """Why the text is only a stub, None where nothing says so.

    ``lines``: the lines of the page in their order; ``free``: what its metadata say. Neither counts by itself: metered
    pages say that they are not free and give the whole story all the same.
    """
    words = sum(word_count(paragraph) for paragraph in paragraphs)
    last = paragraphs[-1] if paragraphs else ""
    if words < SHORT:
        length = f"the text has only {words} words"
    elif ELLIPSIS.search(last) or not is_sentence(last):
        length = f"the text breaks off after {words} words"
    else:
        return None
    if offer := next((line for line in _behind(last, lines) if is_offer(line)), None):
        return f"“{offer[:80]}” stands behind it, and {length}"
    is_stub = free is False and bool(last) and (words < SHORT or bool(ELLIPSIS.search(last)))
    return f"the page says that it is not free to read, and {length}" if is_stub else None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\W{{0,3}}(?:{row['pattern']})", re.I) for row in table("paywalls"))


def is_offer(line: str) -> bool:
    """True for a line that asks to pay or to log in for the rest of a story."""
    return len(line) <= LONGEST and any(pattern.match(line) for pattern in _patterns())


def _behind(paragraph: str, lines: Sequence[str]) -> Sequence[str]:
    key = paragraph[-60:]
    if not key:
        return ()
    at = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].endswith(key)), None)
    return lines[at + 1 : at + 1 + AFTER] if at is not None else ()
