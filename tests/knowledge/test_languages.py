from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.text.languages import language_of


def test_every_language_is_told_from_its_example() -> None:
    for row in table("languages"):
        assert language_of(row["example"]) == row["language"], row
