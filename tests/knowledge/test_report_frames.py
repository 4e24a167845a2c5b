"""Every row of the table names the outlet of its own example."""

import re

import pytest

from onrecord.asking.first import framed, key_of
from onrecord.knowledge.tables import table


@pytest.mark.parametrize("row", table("report_frames"), ids=lambda row: row["example"])
def test_row_names_its_outlet(row: dict[str, str]) -> None:
    found = [one["outlet"] for one in re.finditer(framed(row["pattern"]), row["example"])]
    assert key_of(row["reading"]) in {key_of(one) for one in found}
