"""Every row of the table reads its own example as it says."""

import pytest

from onrecord.knowledge.tables import table
from onrecord.text.dates_lines import line_days


@pytest.mark.parametrize("row", table("months_abroad"), ids=lambda row: row["example"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    found = line_days(row["example"], row["languages"].split()[0])
    assert [one.day.isoformat() for one in found] == [row["reading"]]
