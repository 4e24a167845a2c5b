from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.statements.speakers_phrase import read_phrase


def test_every_verb_gives_the_role_of_its_example() -> None:
    for row in table("office_verbs"):
        read = read_phrase(row["example"])
        assert (read.name, read.role) == ("Ada Brook", row["expected"]), row
