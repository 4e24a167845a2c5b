"""The numbers of a text that count something, each with the unit written beside it, read once for all statements."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from onrecord.statements.figures_names import is_name
from onrecord.statements.figures_spells import LENGTHS, only_places
from onrecord.statements.figures_times import LOOK, is_time
from onrecord.statements.figures_units import measures, written_unit
from onrecord.statements.figures_wholes import is_denied, is_whole
from onrecord.text.dates import time_mentions
from onrecord.text.numbers import Number, find_numbers


class Counted(NamedTuple):
    """A number, the unit written beside it (None where only the context has it), and where that unit ends."""

    number: Number
    unit: str | None
    end: int


@lru_cache(maxsize=16)
def counted_in(text: str) -> tuple[Counted, ...]:
    """Every number of ``text`` that is a count or a measure, in order."""
    numbers = find_numbers(text)
    times = [one.span for one in time_mentions(text)]
    kept: list[Counted] = []
    for at, number in enumerate(numbers):
        unit = written_unit(text, number)
        name = unit.name if unit else None
        if (
            _is_small(number, name)
            or is_time(text, number, name, times)
            or _only_places(text, number, name)
            or is_name(text, numbers, at, name)
            or is_denied(text, number)
            or is_whole(text, numbers, at, name)
        ):
            continue
        kept.append(Counted(number, name, unit.end if unit else number.span.end))
    return tuple(kept)


def _only_places(text: str, number: Number, unit: str | None) -> bool:
    start, end = number.span
    return only_places(unit, text[max(0, start - LOOK) : start], text[end : end + LOOK])


def _is_small(number: Number, unit: str | None) -> bool:
    """Nought and one count only what is measured: "no one", "this one", "one of them" are no figures."""
    plain = number.value in (0.0, 1.0) and number.high is None
    return plain and (unit not in measures() or unit in LENGTHS)
