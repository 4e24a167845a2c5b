"""Every row of the table of shared occasions reads its own example as it says."""

from __future__ import annotations

import pytest

from onrecord.knowledge.tables import table
from onrecord.origins.occasions import occasion


@pytest.mark.parametrize("row", table("shared_occasions"), ids=lambda row: row["example"])
def test_row(row: dict[str, str]) -> None:
    found = occasion(row["example"])
    assert found == (row["kind"], row["expected"])


def test_words_of_no_occasion() -> None:
    assert occasion("the mayor said on the quay") is None
