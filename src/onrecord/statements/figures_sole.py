"""A count of one, where it is told as a count: "only one lifeboat", "a single batch", "one man was killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.model import Bound, Figure, Span

NOUN = r"(?P<noun>[a-z][a-z-]{2,})"
STOP = (
    r"(?:of|in|or|more|on|at|that|who|which|thing|day|night|week|month|year|hour|minute|time|side|way"
    r"|reason|point|question|word|step|cent)"
)
STOPPED = rf"(?!{STOP}\b)"
FATE = (
    r"(?:was|has been|had been|is|were)\s+(?:\w+ly\s+)?(?:killed|injured|wounded|hurt|dead|missing"
    r"|arrested|shot|detained|rescued)"
)
ONLY = re.compile(rf"(?i)\b(?P<bound>at least|more than|at most|only|just|exactly)\s+(?P<one>one)\s+{STOPPED}{NOUN}")
SINGLE = re.compile(
    rf"(?i)\b(?P<one>a\s+single)\s+{STOPPED}(?!mother|parent|market|currency|room|file|bed|blow)(?P<noun>(?-i:[a-z][a-z-]{{2,}}))"
)
FATED = re.compile(rf"(?i)\b(?P<one>one)\s+{NOUN}\s+(?:{FATE}|died|drowned|perished)\b")
KILLED = re.compile(
    r"(?i)\b(?:kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing))\s+(?P<one>one)(?=\s*[,.;]|\s+(?:and|in"
    r"|on|at)\b)"
)
NEGATED = re.compile(
    r"(?i)\b(?:not|never|nor|no|without|neither|hardly|if|should|would)\b[^.;!?\n]{0,25}\Z|n['’]t\b[^.;!?\n]{0,25}\Z"
)
BOUNDS: dict[str, Bound] = {"at least": "at_least", "more than": "at_least", "at most": "at_most"}


def soles_in(text: str, spans: Sequence[Span]) -> Iterator[Figure]:
    """Figures of one inside ``spans``."""
    for one in _soles(text):
        if any(span.start <= one.span.start and one.span.end <= span.end for span in spans):
            yield one


@lru_cache(maxsize=16)
def _soles(text: str) -> tuple[Figure, ...]:
    found: dict[int, Figure] = {}
    for pattern in (ONLY, SINGLE, FATED, KILLED):
        for match in pattern.finditer(text):
            if not NEGATED.search(text, max(0, match.start() - 30), match.start()):
                found.setdefault(match.start("one"), _figure(match))
    return tuple(found[at] for at in sorted(found))


def _figure(match: re.Match[str]) -> Figure:
    bound = BOUNDS.get((match.groupdict().get("bound") or "").lower(), "exact")
    return Figure(1.0, match.groupdict().get("noun") or "people", "", bound, Span(*match.span("one")))
