from __future__ import annotations

import re

import pytest

from onrecord.articles.paywall import is_offer
from onrecord.knowledge.tables import table


@pytest.mark.parametrize("row", table("paywalls"), ids=lambda row: row["example"][:30])
def test_every_pattern_takes_its_example(row: dict[str, str]) -> None:
    assert re.match(row["pattern"], row["example"], re.I)
    assert is_offer(row["example"])
