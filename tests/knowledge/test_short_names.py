from __future__ import annotations

from onrecord.knowledge.tables import table
from onrecord.model import Article, Attribution, Span, When
from onrecord.statements.speakers import resolve


def test_every_short_form_is_read_as_its_long_one() -> None:
    for row in table("short_names"):
        text = row["example"]
        start = text.index(f"{row['short']} Harrowby said")
        source = Span(start, text.index(" said"))
        article = Article("a", "a", "d", text, "A headline", When(None, "unknown"))
        assert resolve(article, [Attribution((Span(0, 0),), None, source)])[0].name == row["expected"], row
