"""A second reader for the body, with other blind spots than the extractor's: the run of blocks with the most prose.

Kadane's maximum sum over the page's blocks in order. It finds stories that are split over containers, or stand in plain
``div`` and ``br``, which is where the extractor silently returns half a story or none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import html

from onrecord.articles.headings import kind_of
from onrecord.articles.markup import linked_lines
from onrecord.articles.prose import is_aside, is_prose, is_sentence, word_count

MOST_WORDS = 70
SHORT_LINE = -9
SUBHEAD = -4
LISTED = -3
FURNITURE = -40
LINKED = 0.6
SUBHEADS = ("h2", "h3", "h4", "h5", "strong", "b")


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page's tree. ``linked``: the share of its letters that lead elsewhere."""

    text: str
    tag: str
    linked: float


def blocks_of(tree: html.HtmlElement) -> list[Block]:
    """Every line of the page with what its surroundings tell about it."""
    return [Block(line, str(holder.tag), linked) for line, holder, linked in linked_lines(tree)]


def run_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The lines of the best run, without the short ones that only stand between."""
    start = total = best_sum = 0
    best = (0, 0)
    for at, block in enumerate(blocks):
        if total <= 0:
            start, total = at, 0
        total += _worth(block)
        if total > best_sum:
            best, best_sum = (start, at + 1), total
    kept = [block for block in blocks[best[0] : best[1]] if _belongs(block)]
    return tuple(dict.fromkeys(block.text for block in kept))


def _worth(block: Block) -> int:
    if kind_of(block.text):
        return FURNITURE
    if block.linked > LINKED or is_aside(block.text):
        return SHORT_LINE
    if is_prose(block.text):
        return min(word_count(block.text), MOST_WORDS)
    if is_sentence(block.text):
        return 0
    return SUBHEAD if block.tag in SUBHEADS else LISTED if block.tag == "li" else SHORT_LINE


def _belongs(block: Block) -> bool:
    if is_aside(block.text) or kind_of(block.text):
        return False
    if is_prose(block.text):
        return block.linked < 0.95
    return block.linked <= LINKED and (is_sentence(block.text) or block.tag in (*SUBHEADS, "li"))
