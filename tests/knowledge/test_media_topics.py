"""Every row of the table reads its own example as it says, and only by the words of its own branch."""

from __future__ import annotations

import re

import pytest

from onrecord.knowledge.tables import table
from onrecord.model import Article, When
from onrecord.stories.media_topics import media_topics

ROWS = table("media_topics")


def found(text: str) -> list[str]:
    when = When(None, "unknown", 0.0, ("not given",))
    return [one.code for one in media_topics(Article("a", "a.html", "0", text, "", when))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    assert found(row["example"]) == row["reading"].split()
    own = [one for one in ROWS if row["code"] in (one["code"], one["parent"])]
    words = [word for one in own for word in f"{one['words']}, {one['hints']}".split(", ") if word]
    without = re.sub("|".join(sorted(words, key=len, reverse=True)), "zzz", row["example"], flags=re.IGNORECASE)
    assert row["code"] not in found(without)


def test_codes_and_parents_are_those_of_the_list() -> None:
    top = {row["code"] for row in ROWS if not row["parent"]}
    assert len(top) == 17
    assert all(re.fullmatch(r"medtop:\d{2}000000", one) for one in top)
    assert all(row["parent"] in top and re.fullmatch(r"medtop:200\d{5}", row["code"]) for row in ROWS if row["parent"])
    assert len({row["code"] for row in ROWS}) == len(ROWS) == len({row["name"] for row in ROWS})
