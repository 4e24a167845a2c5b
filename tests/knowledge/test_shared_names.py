from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.parties.countries import among, country_named


def test_every_name_may_be_any_of_its_parties_and_no_table_settles_it() -> None:
    for row in table("shared_names"):
        assert len(among(row["name"])) > 1, row
        assert row["expected"] == among(row["example"])[0], row
        assert country_named(row["name"]) is None, row
