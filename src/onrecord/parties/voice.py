"""In what way a speaker is named: all that the party of a statement depends on, but for the other ways in a record."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import Statement


class Voice(NamedTuple):
    """The party as one article shows it, the speaker's name and office."""

    party: str | None
    name: str | None
    role: str | None


def voice(statement: Statement) -> Voice:
    """The voice of a statement."""
    speaker = statement.speaker
    return Voice(speaker.party, speaker.name, speaker.role)
