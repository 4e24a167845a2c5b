"""Runs of words: the same in every process, and no shared passage without a shared print."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.runs import WINDOW, prints, runs, shared

WORDS = st.lists(
    st.sampled_from(["the", "quay", "of", "marrow", "was", "shut", "by", "a", "crane"]),
    max_size=60,
)
PASSAGE = [f"word{n}" for n in range(WINDOW + 4)]


def test_runs_are_the_same_in_another_process() -> None:
    code = "from onrecord.text.runs import runs; print(runs('a b c d e f'.split(), 5).tolist())"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == str(runs(["a", "b", "c", "d", "e", "f"], 5).tolist())


@given(before=WORDS, after=WORDS, lead=WORDS)
def test_a_shared_passage_leaves_a_shared_print(before: list[str], after: list[str], lead: list[str]) -> None:
    one, other = prints(runs([*before, *PASSAGE, *after], 5)), prints(runs([*lead, *PASSAGE], 5))
    assert set(one) & set(other)


@given(words=WORDS)
def test_prints_are_some_of_the_runs(words: list[str]) -> None:
    found = runs(words, 5)
    assert set(prints(found)) <= set(found.tolist())
    assert bool(prints(found)) == (len(words) >= 5)


def test_the_share_is_of_the_smaller() -> None:
    one, other = np.array([1, 2, 3, 4], dtype=np.uint32), np.array([3, 4, 9], dtype=np.uint32)
    assert shared(one, other) == shared(other, one) == 2 / 3
    assert shared(one, one[:0]) == 0.0
