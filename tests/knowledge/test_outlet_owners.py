"""Every row of the table gives its outlet's owner, however the outlet's name is written."""

from __future__ import annotations

import pytest

from onrecord.knowledge.tables import table
from onrecord.origins.kin import owners


@pytest.mark.parametrize("row", table("outlet_owners"), ids=lambda row: row["outlet"])
def test_a_row_reads_its_example(row: dict[str, str]) -> None:
    assert owners().get(row["example"].upper().casefold()) == row["expected"]
