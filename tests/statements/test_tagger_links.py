"""Candidate cues and how far each token stands from them."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.statements.tagger_links import MOST_CUES, REACH, Cue, buckets, candidates, question

OUT, BEGIN, ON, ANCHOR = np.eye(4, dtype=np.float32)


def tags(*rows: np.ndarray) -> np.ndarray:
    return np.stack(rows)


def test_a_cue_is_a_run_cut_where_another_begins() -> None:
    found = candidates(tags(OUT, BEGIN, ON, BEGIN, OUT, BEGIN), least=0.5, least_anchor=0.5)
    assert sorted((cue.start, cue.end) for cue in found) == [(1, 3), (3, 4), (5, 6)]


def test_an_anchor_stands_for_a_cue_that_is_not_there() -> None:
    assert candidates(tags(OUT, ANCHOR, OUT), least=0.5, least_anchor=0.5) == [Cue(1, 2, 1.0, anchor=True)]


def test_only_so_many_cues_are_asked_about() -> None:
    found = candidates(tags(*([BEGIN, OUT] * (MOST_CUES + 9))), least=0.5, least_anchor=0.5)
    assert len(found) == MOST_CUES


def test_distances_grow_on_both_sides_and_never_leave_the_table() -> None:
    near = buckets(Cue(200, 202, 1.0), 200 - REACH, 202 + REACH)
    before, after = near[:REACH][::-1], near[REACH + 2 :]
    assert (near[REACH : REACH + 2] == 0).all()
    assert (np.diff(before) >= 0).all()
    assert (np.diff(after) >= 0).all()
    assert (before[0], before[-1], after[0], after[-1]) == (1, 31, 32, 62)


@pytest.mark.parametrize("size", [3, 40, 256])
def test_a_question_marks_each_cue_in_its_own_row(size: int) -> None:
    cues = [Cue(0, 1, 1.0), Cue(size - 2, size, 1.0)]
    asked = question(cues, size)
    for row, cue in enumerate(cues):
        marked = asked.places[row][asked.on_cue[row] > 0]
        assert marked.tolist() == list(range(cue.start, cue.end))
        assert asked.mask[row].sum() == min(size, cue.end + REACH) - max(0, cue.start - REACH)
