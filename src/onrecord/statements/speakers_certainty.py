"""How sure a way of finding a speaker is: the share of such speakers that was right where people had marked them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Speaker
from onrecord.statements.speakers_stage import Said

# Below it a name is not given: a wrong speaker is worse than none.
THRESHOLD = 0.6


@cache
def shares() -> dict[str, float]:
    """way -> share right, smoothed after Laplace (``knowledge/speaker_ways.tsv``): (right + 1) / (of + 2)."""
    return {row["way"]: (int(row["right"]) + 1) / (int(row["of"]) + 2) for row in table("speaker_ways")}


def settled(said: Said) -> Speaker:
    """The speaker with its confidence; nobody, and the reason, where that is below ``THRESHOLD``."""
    speaker = replace(said.speaker, confidence=round(shares().get(said.way, 0.5), 2))
    if speaker.name is None or speaker.confidence >= THRESHOLD:
        return speaker
    return Speaker(None, None, None, f"not sure enough: {speaker.why}", speaker.confidence)
