"""The words of an edit in portions."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.edits import Line, Run, RunKind
from onrecord.publish.comparing_pages import KEPT, LONGEST, MOST, comparing_pages
from onrecord.publish.edited import Fold

KINDS: tuple[RunKind, ...] = ("same", "removed", "added")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(1, 30_000)), min_size=1, max_size=4), max_size=9)
)
def test_no_word_that_changed_is_lost_and_no_portion_is_too_large(lines: list[list[tuple[RunKind, int]]]) -> None:
    folds = [Fold(Line(tuple(Run(kind, "x" * size) for kind, size in one))) for one in lines]
    cut = comparing_pages([*folds, Fold(None, 3)])
    runs = [run for portion in cut for fold in portion if fold.line for run in fold.line.runs]
    for kind in ("removed", "added"):
        held = sum(size for one in lines for own, size in one if own == kind)
        assert sum(len(run.text) for run in runs if run.kind == kind) == held
    assert cut[-1][-1] == Fold(None, 3)
    for portion in cut:
        assert sum(len(run.text) for fold in portion if fold.line for run in fold.line.runs) <= MOST + LONGEST


def test_what_stayed_in_a_long_paragraph_is_shortened_and_says_so() -> None:
    line = Line((Run("same", "y" * (KEPT + 1)), Run("added", "now")))
    ((fold,),) = comparing_pages([Fold(line)])
    assert fold.line
    assert "601 characters as before" in fold.line.runs[0].text
    assert fold.line.runs[1] == Run("added", "now")
    assert comparing_pages([]) == ((),)
