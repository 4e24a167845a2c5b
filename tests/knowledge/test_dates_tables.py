"""Every row of the tables of months, weekdays and relative days reads its own example as it says."""

from datetime import date

import pytest

from onrecord.knowledge.tables import table
from onrecord.text.dates import time_mentions
from onrecord.text.dates_resolve import resolve

ROWS = [row for name in ("months", "weekdays", "relative_days") for row in table(name)]


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    mentions = time_mentions(row["example"])
    whens = [resolve(one, date(2025, 6, 15), scene=date(2025, 6, 10)) for one in mentions]
    assert [when.value for when in whens] == [row["reading"]]
