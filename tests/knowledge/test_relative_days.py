"""Every row of the table reads its own example as it says."""

from datetime import date

import pytest

from onrecord.knowledge.tables import table
from onrecord.text.dates import time_mentions
from onrecord.text.dates_resolve import resolve


@pytest.mark.parametrize("row", table("relative_days"), ids=lambda row: row["example"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    whens = [resolve(one, date(2025, 6, 15), scene=date(2025, 6, 10)) for one in time_mentions(row["example"])]
    assert [when.value for when in whens] == [row["reading"]]
