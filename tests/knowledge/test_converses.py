"""Every row of the table sees that the two halves of its example say the opposite."""

import re

import pytest

from onrecord.asking.polarity import converse
from onrecord.knowledge.tables import table


@pytest.mark.parametrize("row", table("converses"), ids=lambda row: row["example"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    one, other = row["example"].split(" / ")
    assert row["reading"] == "converse"
    assert re.search(rf"\b(?:{row['word']})\b", one, re.IGNORECASE)
    assert re.search(rf"\b(?:{row['converse']})\b", other, re.IGNORECASE)
    assert converse(one, other)
    assert converse(other, one)
    assert converse(one, one) is None
