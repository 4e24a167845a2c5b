"""How well origins are told apart with nothing else wrong: gold statements in gold claims, by the newsroom scorer.

python -m bench.independence NEWSROOM... [--misses N]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from bench.gold import gold_labelled
from bench.newsroom.export import make_export
from bench.newsroom.gold import load_newsroom
from bench.newsroom.score import score
from bench.result import Number, Result, digest_of
from bench.settling_stories import tables
from onrecord import claims, origins
from onrecord.model import Article, Claim, Statement
from onrecord.parties import names_of
from onrecord.pipeline.settle import settle, settle_statements

SHOWN = (
    "claims.final_position",
    "claims.status",
    "claims.origin_count",
    "claims.origin_parties_f1",
    "claims.false_corroboration",
    "claims.missed_corroboration",
)

SUITE, LOWER = "independence", ("false_corroboration", "missed_corroboration")


def gold_claims(newsroom: Path) -> tuple[dict[str, list[str]], list[Statement], dict[str, Article]]:
    """By gold claim its statements' ids; the statements with their parties settled; the articles by id."""
    labelled = gold_labelled(newsroom)
    readings = [reading for reading, _ in labelled]
    held: dict[str, list[str]] = {}
    for reading, rows in labelled:
        for one, row in zip(reading.statements, rows, strict=True):
            held.setdefault(row["claim"], []).append(one.id)
    held.pop(None, None)  # type: ignore[call-overload]  # statements of no claim
    return held, settle_statements(readings), {one.article.id: one.article for one in readings}


def judged_claims(newsroom: Path) -> Iterator[Claim]:
    """The claims that gold groups make under our rules, every tie taken for certain."""
    held, said, articles = gold_claims(newsroom)
    by_id = {one.id: one for one in said}
    days = {one.id: one.published.day for one in articles.values() if one.published.day}
    for ids in held.values():
        inside = [by_id[one] for one in dict.fromkeys(ids)]
        judged = origins.judge(inside, days, lambda one, other: 1.0, articles=articles)
        known = claims.Known("gold", judged.origins, judged.possible)
        yield claims.tally(inside, known, days, names_of(said))


def measured(newsroom: Path, *, misses: int = 0) -> dict[str, float | None]:
    """The scores of ``SHOWN`` under gold grouping; ``misses`` of each kind are printed."""
    readings = [reading for reading, _ in gold_labelled(newsroom)]
    settled = replace(settle(readings), claims=tuple(judged_claims(newsroom)))
    card = score(load_newsroom(newsroom), make_export(tables(readings, settled))).card
    for name, rows in card.missed.items() if misses else ():
        if name.startswith("claims") and ("corrob" in name or "origin" in name):
            print(name, *rows[:misses], sep="\n    ")
    return {name: card.value(name) for name in SHOWN}


def suite(newsrooms: Sequence[Path]) -> Result:
    """The mean over newsrooms of what is said of origins when the claims are given."""
    began = perf_counter()
    columns = [measured(room) for room in newsrooms]
    numbers = {
        name: Number(_mean([one[name] for one in columns]), "mean, claims given", name.endswith(LOWER))
        for name in SHOWN[2:]
    }
    files = [room / "gold.json" for room in newsrooms]
    return Result(SUITE, digest_of(newsrooms[0].parent, files), numbers, perf_counter() - began)


def _mean(values: Sequence[float | None]) -> float | None:
    known = [one for one in values if one is not None]
    return round(sum(known) / len(known), 4) if known else None


def main(arguments: Iterable[str] | None = None) -> None:
    """Prints a table: a line a score, a column a newsroom."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("newsrooms", nargs="+", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    given = parser.parse_args(None if arguments is None else list(arguments))
    columns = [measured(room, misses=given.misses) for room in given.newsrooms]
    for name in SHOWN:
        print(f"{name:32}", *("     -" if (value := one[name]) is None else f"{value:6.3f}" for one in columns))


if __name__ == "__main__":
    main()
