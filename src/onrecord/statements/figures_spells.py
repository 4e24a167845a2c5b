"""Lengths and distances that only place something: "in the last four days", "a town, 80km south", "a two-day visit"."""

from __future__ import annotations

import re
from functools import cache

from onrecord.knowledge.tables import table

DAYS_AND_LONGER = frozenset(("days", "weeks", "months", "years", "decades", "centuries", "seasons"))
LENGTHS = DAYS_AND_LONGER | {"hours", "minutes", "seconds"}
DISTANCES = frozenset(("km", "kilometres", "kilometers", "miles", "metres", "meters", "yards", "feet"))
LAST_SO_MANY = re.compile(
    r"(?<!will )(?<!would )(?<!to )(?<!may )(?<!could )(?<!can )(?<!might )"
    r"\b(?:past|last|next|first|coming|previous|final|another|every)\s+(?:\w+\s+)?\Z",
    re.I,
)
IDIOM = re.compile(r"[\s-]*(?:\w+\s+)?(?:old|ago|earlier|in a row|running|on end)\b", re.I)
LATER = re.compile(r"\s*\w+\s+(?:later|on)\b", re.I)
BEFORE_OR_AFTER = re.compile(r"\s*\w+\s+(?:before|after)\b")
BEFORE_AN_HOUR = re.compile(
    r"\s*\w+\s+(?:before|after)\s+(?:midnight|noon|midday|dawn|dusk|sunrise|sunset|\w+\s+o['’]clock)\b"
)
APPOSED = re.compile(r",\s+(?:\w+\s+){0,2}\Z")
OPENS = re.compile(r"(?:\A|[.!?\n][\"”’]?\s+|[“\"])(?:\w+\s+)?\Z")
TIME_OF = re.compile(r"\s*\w+['’]?\s+(?:time|notice)\b")
AWAY = re.compile(
    r"\s*\w+\s+(?:further\s+|farther\s+|to\s+the\s+|due\s+)?(?:(?:north|south|east|west)\w*|down|up|off|away|inland|outside"
    r"|offshore|downstream|upstream|downriver|upriver|from)\b"
)
SUPERLATIVE = re.compile(
    r"\b(?:first|second|third|worst|best|biggest|largest|most|highest|lowest|deadliest|\w{3,}est)\b[^.;:!?\n]{0,60}\Z"
)
# "Two metres in six hours" measures once: so much in so long.
RATE = re.compile(
    r"\b(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b(?!-)[^.;:!?\n]{0,50}\Z", re.I
)
IN_SO_MANY = re.compile(r"\b(in|within|over|for)\s+(?:just\s+|only\s+|under\s+|about\s+)?\Z")
HYPHEN = re.compile(r"-\s?(?=[a-z])")


def only_places(unit: str | None, before: str, after: str) -> bool:
    """Whether a length or a distance, with the words before and after its number, tells when or where and no more."""
    if unit in DISTANCES:
        return bool(APPOSED.search(before) and AWAY.match(after))
    return unit in LENGTHS and (_is_span(before, after) or _is_moment(unit, before, after))


def _is_span(before: str, after: str) -> bool:
    """ "In the last four days", "the first fire in ten days", "a two-day visit", "two metres in six hours"."""
    if HYPHEN.match(after):
        return not _lasting().match(after)
    if LAST_SO_MANY.search(before) or IDIOM.match(after) or TIME_OF.match(after):
        return True
    inside = IN_SO_MANY.search(before)
    lead = before[: inside.start()] if inside else ""
    rate = inside and inside[1] in ("in", "within") and RATE.search(lead)
    return bool(SUPERLATIVE.search(lead) or rate)


def _is_moment(unit: str, before: str, after: str) -> bool:
    """ "Two weeks later", "on 3 June, nine days before the vote", "five days after saying so"."""
    if BEFORE_AN_HOUR.match(after):
        return True
    if unit not in DAYS_AND_LONGER:
        return False
    set_apart = APPOSED.search(before) or OPENS.search(before)
    return bool(LATER.match(after) or (set_apart and BEFORE_OR_AFTER.match(after)))


@cache
def _lasting() -> re.Pattern[str]:
    nouns = "|".join(row["noun"] for row in table("lasting_things"))
    return re.compile(rf"-[a-z]+(?:\s+[a-z-]+)?\s+(?:{nouns})\b")
