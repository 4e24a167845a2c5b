from __future__ import annotations

import pytest

from onrecord.articles.head import head_of
from onrecord.articles.markup import parsed
from onrecord.articles.section import is_general, is_no_section
from onrecord.knowledge.tables import table


@pytest.mark.parametrize("row", table("sections"), ids=lambda row: row["word"])
def test_every_example_is_of_its_kind(row: dict[str, str]) -> None:
    if row["kind"] == "section":
        page = f'<link rel="canonical" href="https://salt.example{row["example"]}"><p>Rain fell.</p>'
        section = head_of(parsed(page)).section
        assert section is not None
        assert section.casefold() == row["word"]
    else:
        assert is_general(row["example"]) == (row["kind"] == "general")
        assert is_no_section(row["example"]) == (row["kind"] == "none")
