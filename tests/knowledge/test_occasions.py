"""Every row of the table reads its own example as it says."""

from __future__ import annotations

import pytest

from onrecord.knowledge.tables import table
from onrecord.model import Article, Speaker, When
from onrecord.statements.when import days_said
from tests.knowledge.marked import marked

THURSDAY = When("2026-03-12", "day", 0.9, ("metadata",))


@pytest.mark.parametrize("row", table("occasions"), ids=lambda row: row["word"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    text, attribution = marked(row["example"])
    article = Article("a", "a.html", "0", text, "A headline", THURSDAY)
    (when,) = days_said(article, [attribution], [NOBODY], [()])
    assert when is not None
    assert when.day == row["reading"]
    other = text.replace(row["word"], "carnival")
    assert days_said(Article("a", "a.html", "0", other, "A headline", THURSDAY), [attribution], [NOBODY], [()]) == [
        None
    ]


NOBODY = Speaker(None, None, None, "unnamed")
