"""Addresses of an article, its versions and the page behind it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.publish.rooted import asking, number, part
from onrecord.publish.watch_addresses import WatchAddresses


@dataclass(frozen=True, slots=True)
class ArticleAddresses(WatchAddresses):
    """Addresses of what there is of an article."""

    def article(self, article: str, *, statement: str = "", nth: int = 1) -> str:
        """The article, at the place of a statement where one is named; ``nth``: of one too long for a page."""
        page = self.page("articles", article, part=number(nth))
        return page + (f"#s-{part(statement)}" if statement else "")

    def archived(self, article: str, *, statement: str = "", source: bool = False, page: int = 1) -> str:
        """The page as it came in, at the words of a statement where one is named; ``source``: as its source text."""
        if self.files:
            there = self.archives is None or article in self.archives
            return self.page("articles", article, show="page", page=number(page)) if there else ""
        path, show = f"{self.root}articles/{part(article)}/page", "source" if source else ""
        asked = asking(path, statement=statement, show=show, page=number(page))
        return f"{asked}#here" if statement else asked

    def versions(self, article: str, *, before: str = "", after: str = "", page: int = 1) -> str:
        """What changed: up to this version, or between two of its versions; files have only what came just before."""
        if self.files:
            there = self.compared is None or article in self.compared
            return self.page("articles", article, show="versions", page=number(page)) if there else ""
        return asking(
            f"{self.root}articles/{part(article)}/versions", **{"from": before, "to": after}, page=number(page)
        )

    def page_bytes(self, article: str) -> str:
        """The bytes of the page as they came in, to be saved; a folder has none."""
        return "" if self.files else f"{self.root}articles/{part(article)}/bytes"
