from __future__ import annotations

import os
from pathlib import Path

import pytest

from bench.robustness import LIMIT, endure, mutants

PAGES = sorted((Path(__file__).parents[2] / "samples" / "newsroom" / "pages").glob("*"))
NUMBER = int(os.environ.get("ONRECORD_MUTANTS", "120"))  # all: 2000


@pytest.mark.skipif(not PAGES, reason="no sample newsroom")
def test_broken_pages_are_kept_or_refused_in_time() -> None:
    outcome = endure(mutants(PAGES, NUMBER))
    assert not outcome.failures
    assert len(outcome.times) == NUMBER
    assert len(outcome.kept) > NUMBER // 4
    assert outcome.refused.total()
    assert outcome.slowest[0] < LIMIT


def test_the_bench_sees_failures() -> None:
    outcome = endure(iter([("empty.jsonl", b"\n")]))
    assert outcome.failures == []
    assert outcome.refused["empty file"] == 1


def test_the_same_seed_breaks_pages_the_same_way(tmp_path: Path) -> None:
    page = tmp_path / "p.html"
    page.write_bytes(b"<html><p>Rain fell on the harbour.</p></html>")
    assert list(mutants([page], 19)) == list(mutants([page], 19))
    assert len({data for _, data in mutants([page], 19)}) > 10
