from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.statements.speakers_phrase import read_phrase


def test_every_noun_makes_a_body_of_its_example() -> None:
    for row in table("bodies"):
        read = read_phrase(row["example"])
        assert (read.name, read.body) == (row["expected"], True), row
