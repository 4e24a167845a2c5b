"""Every row of the table reads its own example as it says."""

from __future__ import annotations

import pytest

from onrecord.knowledge.tables import table
from onrecord.text.counted import changes_daily, is_person, scopes_in


@pytest.mark.parametrize("row", table("count_scopes"), ids=lambda row: row["word"])
def test_a_row_reads_its_example(row: dict[str, str]) -> None:
    assert row["word"] in row["example"].casefold()
    if row["kind"] == "person":
        assert is_person(row["word"])
        assert scopes_in(row["example"]) in ((), ("taken",))
    else:
        assert scopes_in(row["example"])[-1:] == (row["reading"],)
        assert changes_daily(row["reading"]) == (row["kind"] == "state")
