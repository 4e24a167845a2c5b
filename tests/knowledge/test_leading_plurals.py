"""Every row of the table reads its own example as it says."""

import pytest

from onrecord.knowledge.tables import table
from onrecord.model import Span
from onrecord.statements.figures import figures_in


@pytest.mark.parametrize("row", table("leading_plurals"), ids=lambda row: row["word"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    example = row["example"]
    assert row["word"] in example
    found = [f"{one.value:.0f} {one.unit}" for one in figures_in(example, [Span(0, len(example))])]
    assert found == [row["reading"]]
