"""Puts what a form shows beside what was found in the sentences: nothing twice, and no form's speaker lost."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Attribution, Span

_SAME = 0.5  # share of both contents that two readings of one statement have in common
_WITHIN = 0.6  # share of the one found that lies in the turn


def merged(found: Sequence[Attribution], turns: Sequence[Attribution]) -> list[Attribution]:
    """All attributions; one that was found as a turn's own words becomes the turn, what is told inside it stays."""
    order = sorted(turns, key=lambda one: one.content[0].start)
    pieces = sorted((span.start, span.end, at) for at, one in enumerate(order) for span in one.content)
    made: list[Attribution] = []
    merge: dict[int, Attribution] = {}
    kept: set[Attribution | None] = set()
    for one in found:
        at = _turn_of(one, pieces)
        if at is None or merge.get(at) in kept:
            made.append(one)
            continue
        turn = merge.get(at, order[at])
        fate = _fate(one, turn)
        if fate == "turn":
            merge[at] = replace(turn, cue=_better_cue(one, turn), source=turn.source or one.source)
        elif fate == "found":
            merge[at] = one
            kept.add(one)
        else:
            made.append(replace(one, source=one.source or turn.source))
    return [*made, *(merge.get(at, one) for at, one in enumerate(order))]


def _turn_of(one: Attribution, pieces: Sequence[tuple[int, int, int]]) -> int | None:
    """The turn that shares most letters with it."""
    shared: dict[int, int] = {}
    for span in one.content:
        first = max(0, bisect_left(pieces, (span.start, 0, 0)) - 1)
        last = bisect_right(pieces, (span.end, 0, 0))
        for start, end, at in pieces[first:last]:
            common = min(end, span.end) - max(start, span.start)
            if common > 0:
                shared[at] = shared.get(at, 0) + common
    return max(shared, key=lambda at: shared[at]) if shared else None


def _fate(one: Attribution, turn: Attribution) -> str:
    """Whether the turn stands for both, the one found does, or they are two statements."""
    common = _common(one.content, turn.content)
    whole = _letters(one.content)
    nested = one.cue is not None and _inside(one.cue, turn.content)
    if nested:
        return "both"
    if common >= _SAME * max(whole, _letters(turn.content)):
        own = one.source is not None and one.cue is not None and not _is_label(one, turn)
        return "found" if own and turn.source != one.source else "turn"
    bare = one.cue is None or one.source is None or _is_label(one, turn)
    return "turn" if bare and common >= _WITHIN * whole else "both"


def _is_label(one: Attribution, turn: Attribution) -> bool:
    """Whether the source found is the turn's label, or the cue its colon or dash."""
    if one.cue is not None and turn.cue is not None and _overlap(one.cue, turn.cue):
        return True
    return one.source is not None and turn.source is not None and _overlap(one.source, turn.source) > 0


def _better_cue(one: Attribution, turn: Attribution) -> Span | None:
    return turn.cue or one.cue


def _inside(span: Span, content: Sequence[Span]) -> bool:
    return any(piece.start <= span.start and span.end <= piece.end for piece in content)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _common(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Letters that two contents (each in order, not overlapping) share."""
    total = 0
    for span in one:
        first = bisect_right(other, span.start, key=lambda piece: piece.end)
        last = bisect_left(other, span.end, key=lambda piece: piece.start)
        total += sum(_overlap(span, piece) for piece in other[first:last])
    return total


def _letters(content: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in content)
