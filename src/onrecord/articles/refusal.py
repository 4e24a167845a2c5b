"""Pages that are no article: section fronts, error pages, pages without a story."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from lxml import html

from onrecord.articles.draft import Draft
from onrecord.articles.head import Head
from onrecord.articles.prose import word_count
from onrecord.articles.run import blocks_of
from onrecord.knowledge.tables import table

LEAST_WORDS = 15
ERROR_WORDS = 150
SUMMARY_WORDS = 40
FRONT_TEASERS = 4


@cache
def _error_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"], re.I) for row in table("error_pages"))


def reason_against(draft: Draft) -> str | None:
    """Why a draft is no article, None where it may be one."""
    words = sum(word_count(line) for line in draft.paragraphs)
    told = next((line for line in (draft.headline, *draft.paragraphs[:1]) if is_error_title(line)), None)
    if told and words < ERROR_WORDS:
        return f"error page: “{told[:80]}”"
    if words == 0:
        return "no article body: nothing on the page reads like a story"
    return f"no article body: only {words} words of running text" if words < LEAST_WORDS else None


def is_error_title(title: str) -> bool:
    """True where a title says that the page is not there or not for us."""
    return any(pattern.search(title[:200]) for pattern in _error_patterns())


def reason_against_page(tree: html.HtmlElement, head: Head, draft: Draft) -> str | None:
    """The same for a page of markup: also by its title and by how it is built."""
    words = sum(word_count(line) for line in draft.paragraphs)
    if is_error_title(head.title) and words < ERROR_WORDS:
        return f"error page: “{head.title[:80]}”"
    if head.published or "article" in head.kind:
        return None
    teasers = teaser_count(tree, draft)
    if teasers >= FRONT_TEASERS and teasers * 2 >= len(draft.paragraphs):
        return f"section front: {teasers} headlines that lead elsewhere, no story of its own"
    return None


def teaser_count(tree: html.HtmlElement, draft: Draft) -> int:
    """How many of the draft's paragraphs stand right under a headline that is a link."""
    blocks = blocks_of(tree)
    under = [two.text for one, two in pairwise(blocks) if one.linked > 0.9 and word_count(one.text) >= 3]
    return len(set(under) & set(draft.paragraphs))


def reason_against_entry(draft: Draft) -> str | None:
    """Why a feed entry is no article: it holds nothing, or a summary of what stands elsewhere."""
    words = sum(word_count(line) for line in draft.paragraphs)
    if words == 0:
        return "feed entry without text"
    if words < SUMMARY_WORDS:
        return f"feed entry holds only a summary ({words} words): the article is at its address"
    return None
