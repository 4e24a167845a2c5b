from __future__ import annotations

from onrecord.articles.byline import agency_name
from onrecord.articles.byline_names import is_agency
from onrecord.articles.credit import agency_of
from onrecord.articles.dateline import dateline_of
from onrecord.knowledge.tables import table


def test_every_agency_is_credited_by_its_example() -> None:
    for row in table("agencies"):
        example = row["example"]
        assert is_agency(row["written"])
        assert agency_name(row["written"]) == row["name"]
        credit = dateline_of(example).credit
        named = example.removeprefix("By ")
        assert agency_of(credit, () if credit else (named,), "Harbour Weekly") == row["name"], row
