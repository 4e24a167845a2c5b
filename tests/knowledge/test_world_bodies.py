from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.parties.countries import body_of_office, world_body


def test_every_name_and_office_gives_its_body() -> None:
    for row in table("world_bodies"):
        assert body_of_office(row["example"]) == row["expected"], row
        for name in (row["body"], row["acronym"], *row["also"].split(",")):
            assert not name or world_body(f"the {name}") == row["expected"], name
        for office in row["offices"].split(","):
            assert not office or body_of_office(office) == row["expected"], office
