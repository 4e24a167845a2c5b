"""Every row of the table finds the words its own example marks."""

import re

import pytest

from onrecord.asking.marks import KINDS, marks_in
from onrecord.knowledge.tables import table


@pytest.mark.parametrize("row", table("claim_marks"), ids=lambda row: f"{row['kind']}: {row['example']}")
def test_row_finds_the_marked_words(row: dict[str, str]) -> None:
    plain = re.sub(r"[\[\]]", "", row["example"])
    wanted = re.findall(r"\[([^\]]+)\]", row["example"])
    assert wanted
    assert row["reading"] == row["kind"]
    assert row["kind"] in KINDS
    assert set(wanted) <= set(marks_in(plain, row["kind"]))
    assert re.search(rf"\b(?:{row['pattern']})\b", wanted[0], re.IGNORECASE)
