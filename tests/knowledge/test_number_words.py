"""Every row of the table reads its own example as it says."""

import pytest

from onrecord.knowledge.tables import table
from onrecord.text.numbers import find_numbers


@pytest.mark.parametrize("row", table("number_words"), ids=lambda row: row["word"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    assert [f"{one.value:.0f}" for one in find_numbers(row["example"])] == [row["reading"]]
