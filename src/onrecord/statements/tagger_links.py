"""What the linking head is asked: candidate cues of a window, and how far every token near by stands from each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

OUTSIDE, BEGINS, GOES_ON, ANCHOR = range(4)
"""Tags of a token: no cue, a cue begins, a cue goes on, a content begins that has no cue."""

NEITHER, SOURCE, CONTENT = range(3)
REACH = 112
"""Tokens on either side of a cue in which its source and content are looked for."""

MOST_CUES = 32
"""Of one window: no prose comes near, and a hostile page must not cost more."""

_EXACT = 16  # distances told apart one by one; further ones in steps that grow
_FAR = 15


@dataclass(frozen=True, slots=True)
class Cue:
    """A candidate: tokens ``[start, end)`` of its window; ``anchor``: no cue, but where such a content begins."""

    start: int
    end: int
    sureness: float
    anchor: bool = False

    def near(self, size: int) -> tuple[int, int]:
        """The tokens that are looked at for it, of a window of ``size``."""
        return max(0, self.start - REACH), min(size, self.end + REACH)


def buckets(cue: Cue, start: int, end: int) -> NDArray[np.int64]:
    """For the tokens ``[start, end)``: 0 on the cue, 1 to 31 before it, 32 to 62 after it; [end - start]."""
    at = np.arange(start, end)
    before, after = cue.start - at, at - cue.end + 1
    return np.where(before > 0, _steps(before), np.where(after > 0, 31 + _steps(after), 0))


def _steps(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    far = np.log(np.maximum(distance, 1) / _EXACT) / np.log(REACH / _EXACT) * _FAR
    return np.where(distance <= _EXACT, distance, _EXACT + np.clip(np.ceil(far), 1, _FAR)).astype(np.int64)


def candidates(tags: NDArray[np.float32], *, least: float, least_anchor: float) -> list[Cue]:
    """The candidate cues in the tag probabilities of a window, [T, 4]: runs of likely tokens, cut where one begins."""
    likely = tags[:, BEGINS] + tags[:, GOES_ON]
    cues: list[Cue] = []
    start = -1
    for at in range(len(likely) + 1):
        inside = at < len(likely) and likely[at] >= least
        if start >= 0 and (not inside or tags[at, BEGINS] > tags[at, GOES_ON]):
            cues.append(Cue(start, at, float(likely[start:at].max())))
            start = -1
        if inside and start < 0:
            start = at
    anchors = np.flatnonzero(tags[:, ANCHOR] >= least_anchor)
    cues += [Cue(int(at), int(at) + 1, float(tags[at, ANCHOR]), anchor=True) for at in anchors]
    return sorted(cues, key=lambda cue: -cue.sureness)[:MOST_CUES]


@dataclass(frozen=True, slots=True)
class Question:
    """Cues of one window as the head takes them, each row padded to the longest: all [N, L]."""

    places: NDArray[np.int64]
    on_cue: NDArray[np.float32]
    distance: NDArray[np.int64]
    mask: NDArray[np.float32]


def question(cues: Sequence[Cue], size: int) -> Question:
    """What to ask about the cues of a window of ``size`` tokens."""
    near = [cue.near(size) for cue in cues]
    longest = max(end - start for start, end in near)
    shape = (len(cues), longest)
    places, distance = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    on_cue, mask = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
    for row, (cue, (start, end)) in enumerate(zip(cues, near, strict=True)):
        places[row, : end - start] = np.arange(start, end)
        distance[row, : end - start] = buckets(cue, start, end)
        on_cue[row, cue.start - start : cue.end - start] = 1.0
        mask[row, : end - start] = 1.0
    return Question(places, on_cue, distance, mask)
