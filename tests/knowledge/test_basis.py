"""Every row of the table reads its own example as it says."""

import pytest

from onrecord.knowledge.tables import table
from onrecord.statements.basis import basis_of
from tests.knowledge.marked import marked


@pytest.mark.parametrize("row", table("basis"), ids=lambda row: row["reading"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    text, attribution = marked(row["example"])
    assert row["reading"] in basis_of(text, attribution)
