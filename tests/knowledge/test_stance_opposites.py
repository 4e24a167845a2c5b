"""Every row of the table reads its own example as it says."""

import pytest

from onrecord.knowledge.tables import table
from onrecord.statements.stance import stance_of
from tests.knowledge.marked import marked


@pytest.mark.parametrize("row", table("stance_opposites"), ids=lambda row: row["example"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    text, attribution = marked(row["example"])
    assert attribution.content
    assert stance_of(text, attribution) == row["stance"]
