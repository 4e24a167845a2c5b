"""The words of an edit in portions that a page can hold; what stayed in a long paragraph is shortened, and says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.edits import Line, Run
from onrecord.publish.edited import Fold

MOST = 60_000  # characters of a page
KEPT = 1_200  # characters in a row that stayed and are shown whole
ENDS = 300  # of a longer one that are shown at either end
LONGEST = 12_000  # characters of a paragraph

Folds = tuple[Fold, ...]


def comparing_pages(folds: Sequence[Fold]) -> tuple[Folds, ...]:
    """All that changed, in order, in one portion at least."""
    found: list[Folds] = []
    held: list[Fold] = []
    weight = 0
    for fold in (part for one in folds for part in _cut(one)):
        own = 80 + (sum(len(run.text) + 20 for run in fold.line.runs) if fold.line else 0)
        if held and weight + own > MOST:
            found.append(tuple(held))
            held, weight = [], 0
        held.append(fold)
        weight += own
    return (*found, tuple(held))


def _cut(fold: Fold) -> Iterator[Fold]:
    """A changed paragraph in as many as it takes."""
    if fold.line is None:
        yield fold
        return
    held: list[Run] = []
    length = 0
    for run in (part for one in fold.line.runs for part in _runs(one)):
        if held and length + len(run.text) > LONGEST:
            yield Fold(Line(tuple(held)))
            held, length = [], 0
        held.append(run)
        length += len(run.text)
    if held:
        yield Fold(Line(tuple(held)))


def _runs(run: Run) -> Iterator[Run]:
    text = run.text
    if run.kind == "same" and len(text) > KEPT:
        yield Run("same", f"{text[:ENDS]} […{len(text) - 2 * ENDS:,} characters as before…] {text[-ENDS:]}")
        return
    for at in range(0, len(text), LONGEST):
        yield Run(run.kind, text[at : at + LONGEST])
