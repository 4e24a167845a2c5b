"""Direct, indirect or mixed: whose words the content is in."""

from __future__ import annotations

import re

from onrecord.model import Attribution, Kind

_OPENING = '“"„«‘'
_MARKS = '“”"„«»'
_LOOKED_BACK = 3000  # characters of a paragraph in which a quotation may have begun
_COLON = frozenset({":", ""})
_LABEL = re.compile(r"[\s:*_]{0,8}")
_ENDED = re.compile(r".?[.!?…]", re.S)
_WHOLE = re.compile(r"[“\"„«][A-Z“‘'][^“”\"„«»]*[.,!?…—-][”\"»]\Z")


def kind_of(text: str, attribution: Attribution) -> Kind:
    """Direct where every piece stands in quotation marks, mixed where one holds or is some, else indirect."""
    if _is_turn(text, attribution):
        return "direct"
    quoted = [_in_marks(text, span.start, span.end) for span in attribution.content]
    if quoted and all(quoted):
        return "direct"
    holding = any(mark in text[slice(*span)] for span in attribution.content for mark in _MARKS)
    return "mixed" if holding or any(quoted) else "indirect"


def _is_turn(text: str, one: Attribution) -> bool:
    """Whether it is a turn of a transcript: a label at the line's start, then whole sentences; no headline is one."""
    cue, source = one.cue, one.source
    if source is None or not one.content or (cue is not None and text[slice(*cue)].strip() not in _COLON):
        return False
    first, last = one.content[0].start, one.content[-1].end
    at_start = not text[max(0, source.start - 3) : source.start].rpartition("\n")[2].strip(" *_")
    labelled = ":" in text[source.start : first] and _LABEL.fullmatch(text[source.end : first]) is not None
    ended = _ENDED.match(text[max(first, last - 1) : last + 1]) is not None
    return at_start and labelled and not text[first].islower() and ended


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
