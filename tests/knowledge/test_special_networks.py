"""Every row of the table names its own example as it says."""

import pytest

from onrecord.fetch.permit import special
from onrecord.knowledge.tables import table


@pytest.mark.parametrize("row", table("special_networks"), ids=lambda row: row["example"])
def test_row_names_its_example(row: dict[str, str]) -> None:
    assert special(row["example"]) == row["reading"]
