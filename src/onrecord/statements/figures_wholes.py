"""Numbers that another one stands for: a whole of which a part is told, a number that is named to be denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.text.numbers import Number

OF_MANY = re.compile(r"\s+(?:out\s+)?of\s+")
OF_THE = re.compile(
    r"\s*(?:out\s+)?\b(?:of|among)\s+(?:all\s+)?(?:the|its|his|her|their|those|these|our|my|all)\s+(?:\w+\s+)?", re.I
)
LONGEST = 40
NOT_SO = re.compile(r"\b(?:not|rather than|instead of)\s+[$€£\"“‘']{0,2}\Z", re.I)
NOT_LENGTH = 20


def is_denied(text: str, number: Number) -> bool:
    """Whether the speaker names the number only to put it away: "three crates, not one"."""
    return NOT_SO.search(text, max(0, number.span.start - NOT_LENGTH), number.span.start) is not None


def is_whole(text: str, numbers: Sequence[Number], at: int, unit: str | None) -> bool:
    """Whether the number right before ``numbers[at]`` is a part of it ("two of the six")."""
    if at == 0:
        return False
    part, whole = numbers[at - 1].span, numbers[at].span
    near = whole.start - part.end <= LONGEST
    return (
        near
        and (OF_MANY.fullmatch(text, part.end, whole.start) or OF_THE.fullmatch(text, part.end, whole.start))
        is not None
    )
