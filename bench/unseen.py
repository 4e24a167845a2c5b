"""Claims of stories nobody has seen: every story of the newsrooms grouped by a matcher trained on all the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

from bench.gold import gold_readings
from bench.result import Number, Result, digest_of
from bench.settling import Trial, confirmed, left_out, measured
from bench.settling_stories import Labelled, gold_stories, read_pages, read_stories
from onrecord.model import Decided, Reading

SUITE = "unseen stories"
Scores = Mapping[str, float | None]
LOWER = ("claims.strangers", "claims.false_corroboration", "claims.missed_corroboration")
ASKED = {
    "gold claims.grouping_f1": 0.72,
    "gold claims.final_position": 0.70,
    "gold claims.status": 0.60,
    "gold claims.origin_parties_f1": 0.75,
    "gold claims.false_corroboration": 0.0,
    "gold claims.missed_corroboration": 0.60,
    "gold claims.figures_f1": 0.75,
    "gold copies.pairs_f1": 0.95,
    "gold stories.articles_f1": 0.95,
    "read claims.grouping_f1": 0.62,
    "read claims.final_position": 0.58,
    "read claims.status": 0.50,
    "read claims.origin_parties_f1": 0.60,
    "read claims.false_corroboration": 0.0,
    "read claims.missed_corroboration": 0.60,
    "two confirmed claims.grouping_f1": 0.80,
}
"""What issue 5 asks at least."""

FROM = {
    "gold": "gold statements",
    "read": "what was read in the pages",
    "two confirmed": "gold statements, the first two of each claim confirmed by a person",
}


def measure(newsrooms: Sequence[Path]) -> Result:
    """The mean over newsrooms of what is asked of claims."""
    began = perf_counter()
    read = {room: read_pages(room) for room in newsrooms}
    told = [one for room, pages in read.items() for one in gold_stories(room) + read_stories(room, pages)]
    scores = {
        "gold": [_measured(room, gold_readings(room), told) for room in newsrooms],
        "read": [_measured(room, read[room], told) for room in newsrooms],
        "two confirmed": [_measured(room, gold_readings(room), told, first=2) for room in newsrooms],
    }
    files = [room / "gold.json" for room in newsrooms]
    numbers = {
        name: Number(
            mean([one[name.removeprefix(f"{kind} ")] for one in scores[kind]]),
            f"mean of {len(newsrooms)} newsrooms, {FROM[kind]}",
            name.endswith(LOWER),
            asked,
        )
        for name, asked in ASKED.items()
        for kind in [_kind(name)]
    }
    return Result(SUITE, digest_of(newsrooms[0].parent, files), numbers, perf_counter() - began)


def mean(values: Sequence[float | None]) -> float | None:
    """Of those there are, to four places; None where there is none."""
    known = [one for one in values if one is not None]
    return round(sum(known) / len(known), 4) if known else None


def _kind(name: str) -> str:
    return next(kind for kind in FROM if name.startswith(kind))


def _measured(room: Path, readings: Sequence[Reading], told: Sequence[Labelled], *, first: int = 0) -> Scores:
    decided = confirmed(room, first) if first else Decided()
    return measured(room, readings, trial=Trial(left_out(room, readings, told), decided))
