from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.statements.speakers_places import learn


def test_every_demonym_and_name_gives_its_country() -> None:
    places = learn("", None)
    for row in table("countries"):
        assert places.country_in(row["example"]) == row["expected"], row
        for other in (row["country"], row["capital"], *row["also"].split(","), *row["demonyms"].split(",")):
            assert not other or places.country(other) == row["expected"], other
