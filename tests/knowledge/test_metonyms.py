from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.statements.speakers_places import learn


def test_every_metonym_gives_its_party() -> None:
    places = learn("", None)
    for row in table("metonyms"):
        assert places.country(row["example"]) == row["expected"], row
