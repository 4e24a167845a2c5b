"""The standfirst: the summary that many outlets set above the story, in a look of its own. The body is without it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.body_features import Seen, letters_of

LEAST = 4  # lines: a shorter text may be all standfirst
BOLD = 0.95
PLAIN = 0.5
SAME = 150  # letters


def without_standfirst(kept: Sequence[Seen], description: str) -> list[Seen]:
    """The lines of a story without the first, where that is the page's description or all bold, and the next looks
    different."""
    if len(kept) < LEAST:
        return list(kept)
    first, second = kept[0], kept[1]
    described = _is_description(first, description) and first.place.signature != second.place.signature
    bold = first.prose and first.line.bold > BOLD and second.prose and second.line.bold < PLAIN
    return list(kept[1:] if described or bold else kept)


def _is_description(one: Seen, description: str) -> bool:
    told = letters_of(description)[:SAME]
    return bool(told) and one.key[:SAME] == told
