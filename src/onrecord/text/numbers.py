"""Finds numbers in a text, in words and numerals, with their bounds and ranges. What they count is not decided here."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import islice

from onrecord.text.numbers_bounds import bound_of, without_bound
from onrecord.text.numbers_ranges import join_ranges
from onrecord.text.numbers_written import Number, numbers_written

__all__ = ["Number", "find_numbers", "without_bound"]

MOST_NUMBERS = 4_000  # of one text: more is a table or an attack, and no article


@lru_cache(maxsize=64)
def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number of ``text`` in order, up to a bound no article reaches; none overlap.

    The ends of a range are one number; a bound is read from the words beside it.
    """
    ranged = join_ranges(text, list(islice(numbers_written(text), MOST_NUMBERS)))
    return tuple(replace(one, bound=bound_of(text, one)) for one in ranged)
