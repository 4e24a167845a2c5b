"""Every row of the table reads its own example as it says."""

from __future__ import annotations

import pytest

from onrecord.knowledge.tables import table
from onrecord.origins.own import first_match


@pytest.mark.parametrize("row", table("own_knowledge"), ids=lambda row: row["example"])
def test_a_row_reads_its_example(row: dict[str, str]) -> None:
    assert first_match({row["where"]: row["example"]}, row["reading"]) == row["expected"]
    assert first_match({row["where"]: "nothing of the kind"}, row["reading"]) is None


@pytest.mark.parametrize(
    "text", ["The ship left at noon", "we hoped for better", "we believed them", "our members deserved better"]
)
def test_plain_words_show_no_knowledge_of_ones_own(text: str) -> None:
    assert first_match({"content": text, "quote": text}, "own") is None


def test_words_count_only_where_the_row_says() -> None:
    assert first_match({"content": "I signed the order"}, "own") is None
    assert first_match({"quote": "I signed the order"}, "own") == "I signed"
