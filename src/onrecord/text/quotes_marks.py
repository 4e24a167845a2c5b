"""Quotation marks one by one: which may open, which may close, which are apostrophes, feet or inches."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What closes what; a straight or a Swedish mark closes itself, a German opening mark is closed by an English one.
CLOSED_BY: dict[str, tuple[str, ...]] = {
    "“": ("”", '"'),
    "‟": ("”",),
    "”": ("”",),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«", "»"),
    "‹": ("›",),
    '"': ('"', "”"),
    "''": ("''", "'''", '"'),
    "'''": ("''", "'''", '"'),
    "``": ("''", "'''", '"'),
    "‘‘": ("’’",),
    "‘": ("’", "'"),
    "'": ("'", "’"),
    "‚": ("‘", "’"),
}
_MARKS = re.compile(r"'''|''|``|‘‘|’’|[“”„‟«»‹›\"‚]|(?<!\w)['‘]|(?<=\S)['’‘](?!\w)")
_SINGLE = frozenset("'‘’‚")
# Words that begin with an apostrophe, and decades.
_CLIPPED = re.compile(r"(?:em|tis|twas|n|til|cause|bout|cos)\b|\d0s\b", re.I)
_FIGURE_LENGTH = re.compile(r"\s+[a-z]|-|\s*(?:x|by)\b")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at ``start`` to ``end``; ``opens`` and ``closes``: what its neighbours allow.

    ``doubtful``: it closes by its looks, and may as well be a possessive ("the players' union"), feet or inches.
    """

    glyph: str
    start: int
    end: int
    opens: bool
    closes: bool
    doubtful: bool = False

    @property
    def single(self) -> bool:
        """Whether it is a single mark, which may be an apostrophe."""
        return self.glyph in _SINGLE


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """The marks of one paragraph in order; apostrophes inside words are none."""
    return [_mark(text, found, start, end) for found in _MARKS.finditer(text, start, end)]


def _mark(text: str, found: re.Match[str], start: int, end: int) -> Mark:
    glyph, at, behind = found.group(), found.start(), found.end()
    before = text[at - 1] if at > start else " "
    after = text[behind] if behind < end else " "
    opens = _opens(glyph, before, after, text[behind : min(behind + 8, end)])
    if at == start and glyph == "»":
        opens = True
    closes = not (glyph in _SINGLE and (before.isspace() or after.isalnum()))
    return Mark(glyph, at, behind, opens, closes, _doubtful(text, found, end, before))


def _opens(glyph: str, before: str, after: str, ahead: str) -> bool:
    if glyph in "“„‟«‹" or glyph in ("``", "‘‘", "‚"):
        return True
    if glyph in ("›", "’", "’’"):
        return False
    if glyph in ("»", "”"):
        return (before.isspace() or before in "([—–-:") and not after.isspace()
    if glyph in ("'", "‘"):
        return not before.isalnum() and not after.isspace() and not _CLIPPED.match(ahead) and not _is_stop(after)
    return not before.isalnum() and not after.isspace()


def _is_stop(char: str) -> bool:
    return char in ".,;:!?)]}”»"


def _doubtful(text: str, found: re.Match[str], end: int, before: str) -> bool:
    """Whether a closing mark may be a possessive, feet or inches: only where the sentence runs on behind it."""
    if found.group() not in ("'", "’", '"', "''"):
        return False
    runs_on = _FIGURE_LENGTH.match(text, found.end(), end) is not None
    if before.isdigit():
        return runs_on
    return runs_on and found.group() in ("'", "’") and before in "sSzx"
