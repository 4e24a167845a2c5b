"""Every row of the table reads its own example as it says."""

from __future__ import annotations

import pytest

from onrecord.knowledge.tables import table
from onrecord.model import Article, Attribution, Span, Speaker, When
from onrecord.statements.relays import relays
from onrecord.statements.relays_outlets import is_outlet


@pytest.mark.parametrize("row", table("outlets"), ids=lambda row: row["word"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    text = row["example"]
    content = Span(text.index("that the mill"), len(text))
    article = Article("a", "a.html", "0", text, "A headline", When(None, "unknown", 0.0))
    told = Attribution((content,), Span(10, 14), Span(0, 9))
    assert relays(article, [told], [Speaker("Ada Brook", None, "Ada Brook", "named")]) == [(row["reading"],)]


@pytest.mark.parametrize("name", ["the council", "Harrow Council", "the Food Agency", "Mayor Ada Brook", "Parliament"])
def test_others_are_no_outlet(name: str) -> None:
    assert not is_outlet("A text.", name)
