from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.text.languages import language_of


def test_every_script_tells_the_language_of_its_example() -> None:
    for row in table("scripts"):
        assert language_of(row["example"]) == row["language"], row
