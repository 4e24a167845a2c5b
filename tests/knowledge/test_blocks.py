from __future__ import annotations

from lxml import html

from onrecord.articles.blocks import class_kind
from onrecord.knowledge.tables import table

KINDS = ("hot", "topics", "related", "most_read", "newsletter", "other", "drop")


def test_every_word_is_found_in_its_example() -> None:
    for row in table("blocks"):
        assert row["kind"] in KINDS
        assert class_kind(html.Element("div", {"class": row["example"]})) == row["kind"], row
        assert class_kind(html.Element("div", id=row["example"])) == row["kind"], row


def test_other_classes_say_nothing() -> None:
    for name in ("article-body", "story-text", "hotel", "sharepoint-news", "tagline", ""):
        assert class_kind(html.Element("div", {"class": name})) is None
