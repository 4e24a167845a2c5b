from __future__ import annotations

from onrecord.articles.language import language_of
from onrecord.knowledge.tables import table


def test_every_language_is_told_from_its_example() -> None:
    for row in table("languages"):
        assert language_of(row["example"]) == row["language"], row


def test_unsure_is_none() -> None:
    assert language_of("") is None
    assert language_of("Xq zzt brr 123") is None
