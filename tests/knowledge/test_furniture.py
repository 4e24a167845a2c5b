from __future__ import annotations

from onrecord.articles.headings import kind_of
from onrecord.knowledge.tables import table


def test_every_heading_is_told_from_its_example() -> None:
    for row in table("furniture"):
        assert kind_of(row["example"]) == (row["kind"] if row["kind"] in KINDS else "other"), row


def test_sentences_and_headlines_are_no_headings() -> None:
    for line in (
        "The weather was bad.",
        "Related firms fined in harbour case, court papers show",
        "Who will comment?",
        "",
    ):
        assert kind_of(line) is None


KINDS = ("hot", "topics", "related", "most_read", "newsletter", "other")
