"""Addresses of stories and topics."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.publish.article_addresses import ArticleAddresses
from onrecord.publish.rooted import asking, number, part


@dataclass(frozen=True, slots=True)
class StoryAddresses(ArticleAddresses):
    """Addresses of stories, of what there is of each, and of topics."""

    def story(self, story: str) -> str:
        return self.page("stories", story)

    def story_articles(self, story: str, *, page: int = 1) -> str:
        """All the articles of a story."""
        return self._of_story(story, "articles", page=number(page))

    def story_claims(self, story: str, *, status: str = "", page: int = 1) -> str:
        """All the claims of a story, or those of a status."""
        return self._of_story(story, "claims", status=status, page=number(page))

    def stories(self, *, topic: str = "", order: str = "", page: int = 1) -> str:
        """All the stories, hottest first or (``order`` new) newest first; those of a topic are on the topic's page."""
        return self.topic(topic) if topic else self.page("stories", order=order, page=number(page))

    def topic(self, name: str, *, page: int = 1) -> str:
        return self.page("topics", name, page=number(page))

    def topics(self) -> str:
        return self.page("topics")

    def _of_story(self, story: str, shown: str, **asked: str) -> str:
        if self.files:
            return self.page("stories", story, part=shown, **asked)
        return asking(f"{self.root}stories/{part(story)}/{shown}", **asked)
