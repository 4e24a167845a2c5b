"""Each row's example holds no statement: what is known or due is the writer's own word."""

from __future__ import annotations

import pytest

from onrecord.knowledge.tables import table
from onrecord.statements.tagger import tag


@pytest.mark.parametrize("row", table("no_cues"), ids=lambda row: row["cue"])
def test_the_example_holds_no_statement(row: dict[str, str]) -> None:
    assert row["cue"] in row["example"]
    assert len(tag(row["example"])) == int(row["expected"])
