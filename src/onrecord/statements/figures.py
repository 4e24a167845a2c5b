"""The figures somebody gave: value, unit, what is counted, bound. Dates, times, ages, ordinals and names are none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.model import Figure, Span
from onrecord.statements.figures_context import resolved_in
from onrecord.statements.figures_counted import Counted
from onrecord.statements.figures_of import what_is_counted
from onrecord.statements.figures_sole import soles_in

LISTED = re.compile(r"\s*(?:,|,? and|,? or|,? plus)(?: (?:about|some|another|at least|nearly|almost|over))?\s+")
LONGEST_LIST = 6


def figures_in(text: str, spans: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures inside ``spans`` of ``text``, in order; the whole text helps to name a unit that is not written.

    A number whose unit neither stands beside it nor follows from the text before it is left out.
    """
    found = [*_counted(text, spans), *soles_in(text, spans)]
    return tuple(sorted(set(found), key=lambda one: one.span))


def _counted(text: str, spans: Sequence[Span]) -> Iterator[Figure]:
    every = resolved_in(text)
    for one, span in _inside(every, spans):
        if one.unit:
            number, of = one.number, what_is_counted(text, _past_list(text, every, one), span)
            yield Figure(number.value, one.unit, of, number.bound, number.span, number.high)


def _past_list(text: str, every: Sequence[Counted], one: Counted) -> Counted:
    """Counted up to the last of a list: of "nine sailors and two goats sank" both are told by "sank"."""
    at = bisect_left(every, one.number.span.start, key=lambda other: other.number.span.start) + 1
    end = one.end
    for other in every[at : at + LONGEST_LIST]:
        if not (end < other.number.span.start and LISTED.fullmatch(text, end, other.number.span.start)):
            break
        end = max(other.end, other.number.span.end)
    return one._replace(end=end)


def _inside(every: Sequence[Counted], spans: Sequence[Span]) -> Iterator[tuple[Counted, Span]]:
    """Every number that lies in a span, each once, and that span."""
    seen: set[int] = set()
    for span in spans:
        at = bisect_left(every, span.start, key=lambda one: one.number.span.start)
        while at < len(every) and every[at].number.span.start < span.end:
            if every[at].number.span.end <= span.end and at not in seen:
                seen.add(at)
                yield every[at], span
            at += 1
