from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.statements.speakers_phrase import read_phrase


def test_every_word_before_a_title_leaves_the_name_of_its_example() -> None:
    for row in table("portfolios"):
        assert read_phrase(row["example"]).name == row["expected"], row
