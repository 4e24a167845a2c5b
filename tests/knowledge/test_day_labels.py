"""Every row of the table reads its own example as it says."""

import pytest

from onrecord.knowledge.tables import table
from onrecord.text.dates_lines import label_before, line_days


@pytest.mark.parametrize("row", table("day_labels"), ids=lambda row: row["example"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    (found,) = line_days(row["example"], None)
    assert label_before(row["example"], found.start) == row["reading"] == row["kind"]
