"""Every row of the table reads its own example as it says."""

import re

import pytest

from onrecord.knowledge.tables import table
from onrecord.model import Span
from onrecord.statements.figures import figures_in


@pytest.mark.parametrize("row", table("numbered_things"), ids=lambda row: row["noun"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    example = row["example"]
    assert re.search(rf"\b{row['noun']}\b", example, re.I)
    assert figures_in(example, [Span(0, len(example))]) == ()
