"""Direct, indirect or mixed: whose words the content is in."""

from __future__ import annotations

import re

from onrecord.model import Attribution, Kind

_OPENING = '“"„«‘'
_MARKS = '“”"„«»'
_LOOKED_BACK = 3000  # characters of a paragraph in which a quotation may have begun
_WHOLE = re.compile(r"[“\"„«][A-Z“‘'][^“”\"„«»]*[.,!?…—-][”\"»]\Z")


def kind_of(text: str, attribution: Attribution) -> Kind:
    """Direct where every piece stands in quotation marks, mixed where one holds or is some, else indirect."""
    quoted = [_in_marks(text, span.start, span.end) for span in attribution.content]
    if quoted and all(quoted):
        return "direct"
    holding = any(mark in text[slice(*span)] for span in attribution.content for mark in _MARKS)
    return "mixed" if holding or any(quoted) else "indirect"


def _in_marks(text: str, start: int, end: int) -> bool:
    """Whether a quotation opens just before, or goes on from before, or is the whole of the piece: "It is old,"."""
    if end <= start:
        return False
    before = text[max(0, start - 2) : start].strip()[-1:]
    piece = text[start:end]
    return (bool(before) and before in _OPENING) or bool(_WHOLE.match(piece)) or _goes_on(text, start, piece)


def _goes_on(text: str, start: int, piece: str) -> bool:
    """Whether a quotation that began earlier in the paragraph is still open, and the piece holds no mark."""
    paragraph = text[max(0, start - _LOOKED_BACK) : start].rpartition("\n")[2]
    curly = paragraph.rfind("“") > paragraph.rfind("”")
    return (curly or paragraph.count('"') % 2 == 1) and not any(mark in piece for mark in _MARKS)
