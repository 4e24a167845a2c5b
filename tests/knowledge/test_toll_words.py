"""Every row of the table reads its own example as it says, and otherwise without its words."""

from __future__ import annotations

import re

import pytest

from onrecord.knowledge.tables import table
from onrecord.model import Article, When
from onrecord.stories.casualties import Count, patterns, toll


def counted(text: str) -> Count:
    return toll(Article("a", "a.html", "0", text, "", When(None, "unknown", 0.0, ("not given",))))


@pytest.mark.parametrize("row", table("toll_words"), ids=lambda row: f"{row['kind']}: {row['word']}")
def test_row_reads_its_example(row: dict[str, str]) -> None:
    found = counted(row["example"])
    assert f"{found.killed}/{found.injured}" == row["reading"]
    without, times = re.subn(rf"\b(?:{row['word']})\b", "zzz", row["example"], flags=re.IGNORECASE)
    assert times
    if row["kind"] == "no_death":
        assert patterns().some_death.search(row["example"]), "but for the row it would tell of a death"
    else:
        other = counted(without)
        assert (other.killed, other.injured, other.counted) != (found.killed, found.injured, found.counted)
