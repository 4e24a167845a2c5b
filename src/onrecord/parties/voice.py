"""In what way a speaker is named: all that the party of a statement depends on, but for the other ways in a record."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from onrecord.model import Statement
from onrecord.text.names import plain, title_kinds


class Voice(NamedTuple):
    """The party as one article shows it, the speaker's name and office."""

    party: str | None
    name: str | None
    role: str | None


def voice(statement: Statement) -> Voice:
    """The voice of a statement."""
    speaker = statement.speaker
    return Voice(speaker.party, speaker.name, speaker.role)


@lru_cache(maxsize=100_000)
def kinds_of(role: str) -> frozenset[str]:
    """The kinds of title in a role (see the table of titles)."""
    words = [plain(word) for word in re.split(r"[ ,]+", role)]
    ones = (one for word in words for one in (word, word.removesuffix("s")))
    return frozenset(title_kinds()[one] for one in ones if one in title_kinds())
