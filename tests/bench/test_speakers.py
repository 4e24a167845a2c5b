"""The count of ways, on the newsroom of the demo."""

from __future__ import annotations

import pytest

from bench.places import sample_newsroom
from bench.speakers import counted, main
from onrecord.knowledge.tables import table

SAMPLE = sample_newsroom()


@pytest.mark.skipif(SAMPLE is None, reason="no newsroom in the checkout")
def test_every_way_that_is_met_stands_in_the_table() -> None:
    assert SAMPLE is not None
    assert set(counted([SAMPLE])) <= {row["way"] for row in table("speaker_ways")}


@pytest.mark.skipif(SAMPLE is None, reason="no newsroom in the checkout")
def test_the_command_prints_a_line_a_way(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(SAMPLE)])
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert lines
    assert all(0 <= int(right) <= int(of) for _, right, of in lines)
