from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.knowledge.tables import table
from onrecord.text.pass_phrases import LEAST, fit


@pytest.mark.parametrize("row", table("common_phrases"), ids=lambda row: row["phrase"])
def test_every_common_phrase_is_refused_as_people_write_it(row: dict[str, str]) -> None:
    assert len(row["example"]) >= LEAST
    with pytest.raises(UsageError, match="tried first"):
        fit(row["example"], "Ada")
