"""Windows of stories: every statement shown once, its pieces marked, claims as worded beside them."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.claims.sense import CONTENT, TYPED
from onrecord.text.word_pieces import tokenizer
from train.claim_stories import Written, written
from train.claim_windows import Shown, shown


@pytest.fixture(scope="module")
def story() -> Written:
    return next(one for one in written() if one.name == "c-embassy-spy")


@pytest.mark.parametrize("most", [96, 320])
def test_every_statement_and_every_claim_is_shown_once(story: Written, most: int) -> None:
    batch = shown(story, most=most)
    names = [name for one in batch for name, _ in one.held]
    assert sorted(names) == sorted([*story.claims, *story.wordings])
    assert all(len(one.ids) <= most for one in batch)


def test_pieces_of_a_statement_are_its_words(story: Written) -> None:
    first = story.readings[0].statements[0]
    (one,) = (one for one in shown(story, most=320) if first.id in dict(one.held))
    at = dict(one.held)[first.id]
    assert (one.roles[at] == CONTENT).all()
    words = tokenizer().decode(one.ids[at].tolist()).replace(" ", "")
    assert words == "".join(first.content.text.lower().split())


def test_a_claim_as_worded_is_typed_and_its_marks_are_not_its_words(story: Written) -> None:
    batch: list[Shown] = shown(story, most=320)
    typed = [one for one in batch if (one.roles == TYPED).all()]
    assert len(typed) == len(story.wordings)
    assert all(np.array_equal(at, np.arange(1, len(one.ids) - 1)) for one in typed for _, at in one.held)
