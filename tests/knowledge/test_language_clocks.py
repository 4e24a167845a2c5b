"""Every row of the table reads its own example as it says."""

import pytest

from onrecord.articles.sightings import stamp
from onrecord.knowledge.tables import table


@pytest.mark.parametrize("row", table("language_clocks"), ids=lambda row: row["language"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    found = stamp(row["example"], row["language"])
    assert found is not None
    assert sorted(day.isoformat() for day in (found.day, *found.others)) == row["reading"].split()
