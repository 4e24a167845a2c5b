from __future__ import annotations

import re

import pytest

from onrecord.articles.notes import kind_of_note
from onrecord.knowledge.tables import table


@pytest.mark.parametrize("row", table("notes"), ids=lambda row: row["example"][:30])
def test_every_pattern_takes_its_example(row: dict[str, str]) -> None:
    assert re.match(row["pattern"], row["example"], re.I)
    assert kind_of_note(row["example"]) == row["kind"]
