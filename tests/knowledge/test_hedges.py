"""Every row of the table reads its own example as it says."""

import pytest

from onrecord.knowledge.tables import table
from onrecord.statements.hedges import hedges_of
from tests.knowledge.marked import marked


@pytest.mark.parametrize("row", table("hedges"), ids=lambda row: row["phrase"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    text, attribution = marked(row["example"])
    assert hedges_of(text, attribution) == (row["reading"],)
