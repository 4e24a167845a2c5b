"""Windows of written stories as the encoder of claims is shown them: word pieces, roles, and which pieces are whose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.claims.sense import CONTENT, TYPED, pieces_of
from onrecord.model import Statement
from onrecord.text.windows import windows
from onrecord.text.word_pieces import tokenizer
from train.claim_stories import Written


@dataclass(frozen=True, slots=True)
class Shown:
    """A window: ``ids`` and ``roles`` [T], and for each statement (or claim, as worded) the places of its pieces."""

    ids: NDArray[np.int64]
    roles: NDArray[np.int64]
    held: tuple[tuple[str, NDArray[np.int64]], ...]


def shown(story: Written, *, most: int) -> list[Shown]:
    """Every window of a story in which a statement stands, and every claim as the writer words it."""
    articles = [one for reading in story.readings for one in of_text(reading.article.text, reading.statements, most)]
    return [*articles, *(typed(claim, words) for claim, words in sorted(story.wordings.items()))]


def of_text(text: str, statements: Sequence[Statement], most: int) -> Iterable[Shown]:
    """The windows of one text; a statement belongs to the first window that holds some of it."""
    left = list(statements)
    for window in windows(text, tokenizer(), most=most):
        held = [(one.id, at) for one in left if len(at := pieces_of(window, one))]
        if held:
            left = [one for one in left if one.id not in dict(held)]
            roles = np.zeros(len(window.ids), dtype=np.int64)
            roles[np.concatenate([at for _, at in held])] = CONTENT
            yield Shown(window.ids, roles, tuple(held))


def typed(claim: str, words: str) -> Shown:
    """A claim as somebody types it, under its own name."""
    ids = np.array(tokenizer().encode(words).ids, dtype=np.int64)
    return Shown(ids, np.full(len(ids), TYPED, dtype=np.int64), ((claim, np.arange(1, len(ids) - 1)),))
