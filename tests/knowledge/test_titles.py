from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.statements.speakers_phrase import read_phrase


def test_every_title_leaves_the_name_of_its_example() -> None:
    for row in table("titles"):
        read = read_phrase(row["example"])
        assert (read.name, read.body, read.title) == (row["expected"], False, True), row
