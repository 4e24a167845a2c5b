"""A speaker is as sure as the way in which it was found, and nobody below the threshold."""

from __future__ import annotations

import pytest

from onrecord.model import Speaker
from onrecord.statements.speakers_certainty import THRESHOLD, settled, shares
from onrecord.statements.speakers_stage import Said

ADA = Speaker("Ada Brook", "mayor", "Harrow", "Named here.")


def test_every_share_lies_between_nothing_and_all() -> None:
    assert all(0 < share < 1 for share in shares().values())


@pytest.mark.parametrize("way", sorted(shares()))
def test_below_the_threshold_nobody_is_named(way: str) -> None:
    speaker = settled(Said(0, way, ADA))
    assert speaker.confidence == round(shares()[way], 2)
    assert (speaker.name is None) == (shares()[way] < THRESHOLD)
    assert speaker.why.startswith("not sure enough: ") == (speaker.name is None)


def test_a_way_that_nobody_counted_is_not_sure_enough() -> None:
    speaker = settled(Said(0, "by the stars", ADA))
    assert (speaker.name, speaker.role, speaker.party, speaker.confidence) == (None, None, None, 0.5)
