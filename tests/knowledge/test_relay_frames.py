"""Every row of the table reads its own example as it says."""

from __future__ import annotations

import pytest

from onrecord.knowledge.tables import table
from onrecord.model import Article, Speaker, When
from onrecord.statements.relays import relays
from tests.knowledge.marked import marked


@pytest.mark.parametrize("row", table("relay_frames"), ids=lambda row: row["pattern"])
def test_row_reads_its_example(row: dict[str, str]) -> None:
    text, attribution = marked(row["example"])
    source = text[slice(*attribution.source or (0, 0))]
    article = Article("a", "a.html", "0", text, "A headline", When(None, "unknown", 0.0))
    (chain,) = relays(article, [attribution], [Speaker(source, None, source, "the source as it stands")])
    assert "; ".join(chain) == row["reading"]
