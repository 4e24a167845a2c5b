"""Every row of the table reads its own example as it says."""

import re

import pytest

from onrecord.knowledge.tables import table
from onrecord.statements.stance import stance_of
from tests.knowledge.marked import marked


@pytest.mark.parametrize("row", table("stance_phrases"), ids=lambda row: row["example"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    text, attribution = marked(row["example"])
    assert attribution.content
    assert stance_of(text, attribution) == row["stance"]


def test_patterns_are_written_small() -> None:
    wrong = [row["pattern"] for row in table("stance_phrases") if re.search(r"(?<!\\)[A-Z]", row["pattern"])]
    assert not wrong, "texts are read in small letters: no capital of a pattern ever matches"
