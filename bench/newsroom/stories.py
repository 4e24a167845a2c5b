"""Articles into stories."""

from __future__ import annotations

from bench.newsroom.card import Card
from bench.newsroom.grouping import b_cubed, mixed
from bench.newsroom.pairing import Case, article_key


def score_stories(case: Case, card: Card) -> None:
    """Articles into stories; an article the export lacks stands alone."""
    story: dict[str, str] = {}
    for row in case.export.stories:
        for article in row.get("articles") or []:
            key = article_key(case, article)
            if key:
                story.setdefault(key, row["id"])
    pairs = [(gold, story.get(key)) for key, gold in case.room.story_of.items() if gold]
    b_cubed(card, "stories.articles", pairs, "gold articles with a story", expected=bool(pairs))
    mixed(card, "stories", "story", pairs)
