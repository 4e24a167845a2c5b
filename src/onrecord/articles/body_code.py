"""Listings of program code: they go with a text, unless they are the greater part of it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.body_features import Seen
from onrecord.articles.body_places import AT

IN_PRE = 1 << AT["pre"]
SIGNS = "{}()[];=<>|_/"
LEAST_SIGNS = 0.02  # of the letters; verse and tables of plain text are set like code, without its signs
SURE_SIGNS = 0.04
MOST = 1.5  # times the rest: with more, the listings are what the page is about


def without_code(kept: Sequence[Seen]) -> list[Seen]:
    """The lines of a story without its listings."""
    rest = [one for one in kept if not _is_code(one)]
    ours = sum(len(one.line.text) for one in rest)
    return rest if sum(len(one.line.text) for one in kept) - ours <= MOST * ours else list(kept)


def is_listing(line: str) -> bool:
    """Whether a line has more of the signs of code than language has, wherever it stands."""
    return _signs(line) > SURE_SIGNS * len(line)


def _signs(line: str) -> int:
    return sum(map(line.count, SIGNS))


def _is_code(one: Seen) -> bool:
    return bool(one.place.inside & IN_PRE) and _signs(one.line.text) > LEAST_SIGNS * len(one.line.text)
