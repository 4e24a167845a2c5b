from __future__ import annotations

import pytest

from onrecord.articles.byline_names import names_of, persons_of
from onrecord.knowledge.tables import table


@pytest.mark.parametrize("row", table("byline_words"), ids=lambda row: f"{row['kind']} {row['word']}")
def test_every_example_names_whom_it_says(row: dict[str, str]) -> None:
    assert persons_of([[row["example"]]], names_of("Salt Weekly", None)) == [row["expected"]] * bool(row["expected"])
