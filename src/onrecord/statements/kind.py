"""Direct, indirect or mixed: whose words the content is in."""

from __future__ import annotations

from onrecord.model import Attribution, Kind

_OPENING = '“"„«‘'
_MARKS = '“”"„«»'


def kind_of(text: str, attribution: Attribution) -> Kind:
    """Direct where every piece stands in quotation marks, mixed where one holds or is some, else indirect."""
    quoted = [_in_marks(text, span.start, span.end) for span in attribution.content]
    if quoted and all(quoted):
        return "direct"
    holding = any(mark in text[slice(*span)] for span in attribution.content for mark in _MARKS)
    return "mixed" if holding or any(quoted) else "indirect"


def _in_marks(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 2) : start].strip()[-1:] in tuple(_OPENING) and start > 0 and end > start
