"""Where a sentence says through whom words came, as ``knowledge/relay_frames.tsv`` has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count

from onrecord.knowledge.tables import table
from onrecord.model import Span
from onrecord.statements.relays_outlets import is_outlet, phrase

A_TIME = (
    r"(?:(?:late |early |earlier |later )?(?:on|in|at) (?:\w+day|the)(?: (?:morning|afternoon|evening|night))?|\w+day"
    r"|earlier|later|yesterday|today)"
)
NO_FRAME = re.compile(r"\b(?:not|never|n['’]t)\s+(?:\w+\s+)?\Z")


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that name who passes something on. ``named``: as written; ``depth``: 0 outermost, 2 the first hearer."""

    span: Span
    named: tuple[str, ...]
    depth: int


@cache
def _patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((int(row["depth"]), re.compile(_compiled(row["pattern"]))) for row in table("relay_frames"))


def _compiled(pattern: str) -> str:
    number = count()

    def slot(found: re.Match[str]) -> str:
        return f"(?P<{found[1]}{next(number)}>{phrase()})"

    timed = pattern.replace("{late}", rf"(?: {A_TIME})?").replace("{when}", rf"(?:{A_TIME} )?")
    opening = r"(?<![\w’'-])" if pattern[0] != "{" else r"(?:(?<=[.;:,–—] )|(?<=after )|(?<=that )|(?<=as )|(?<=\n)|\A)"
    either_case = re.sub(r"\A[a-z]+", lambda first: f"(?i:{first[0]})", timed)
    return opening + re.sub(r"\{(any|outlet)\}", slot, either_case)


@lru_cache(maxsize=64)
def frames_in(text: str, window: Span) -> tuple[Frame, ...]:
    """The frames of a sentence, none touching a longer one."""
    found = sorted(_all_frames(text, window), key=lambda one: (one.span.start - one.span.end, one.span))
    kept: list[Frame] = []
    for one in found:
        if not any(one.span.start < other.span.end and other.span.start < one.span.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.depth, one.span)))


def _all_frames(text: str, window: Span) -> Iterator[Frame]:
    piece = text[window.start : window.end]
    for depth, pattern in _patterns():
        for match in pattern.finditer(piece):
            named = tuple(name for slot, name in match.groupdict().items() if name and _fits(text, slot, name))
            if named and not NO_FRAME.search(piece, max(0, match.start() - 20), match.start()):
                yield Frame(Span(window.start + match.start(), window.start + match.end()), named, depth)


def _fits(text: str, slot: str, name: str) -> bool:
    return slot.startswith("any") or is_outlet(text, name)
