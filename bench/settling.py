"""How well pages settle: gold readings of the newsrooms through pipeline.settle, scored by the newsroom scorer.

python -m bench.settling NEWSROOM... [--misses N] [--read]
"""

from __future__ import annotations

import argparse
import dataclasses
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.gold import gold_readings
from bench.newsroom.export import make_export
from bench.newsroom.gold import load_newsroom
from bench.newsroom.score import score
from bench.newsroom.values import Row
from onrecord.config import Config
from onrecord.model import Reading, Settled
from onrecord.pipeline.settle import settle
from onrecord.pipeline.sources import readings as read_inputs
from onrecord.read.inputs import walk

SHOWN = (
    "copies.pairs_f1",
    "reading.version_f1",
    "stories.articles_f1",
    "claims.grouping_p",
    "claims.grouping_r",
    "claims.grouping_f1",
    "claims.strangers",
    "claims.final_position",
    "claims.position_history_f1",
    "claims.status",
    "claims.origin_count",
    "claims.origin_parties_f1",
    "claims.false_corroboration",
    "claims.missed_corroboration",
    "claims.figures_f1",
)


def tables(readings: Sequence[Reading], settled: Settled) -> dict[str, list[Row]]:
    """The export's tables of what was settled, as the scorer takes them."""
    parties = dict(settled.parties)
    claim_of = {one: claim.id for claim in settled.claims for one in claim.statements}
    versions = dict(settled.versions)
    return {
        "articles": [
            dataclasses.asdict(one.article) | {"file": one.article.input, "version_of": versions.get(one.article.id)}
            for one in readings
        ],
        "statements": [
            row | {"claim": claim_of.get(row["id"]), "speaker": row["speaker"] | {"party": parties.get(row["id"])}}
            for one in readings
            for row in map(dataclasses.asdict, one.statements)
        ],
        "claims": [dataclasses.asdict(one) for one in settled.claims],
        "stories": [dataclasses.asdict(one) for one in settled.stories],
        "copies": [dataclasses.asdict(one) for one in settled.copies],
        "rejected": [],
    }


def read_pages(newsroom: Path) -> list[Reading]:
    """Every page of a newsroom through the reading stages."""
    found = read_inputs(walk([str(newsroom / "pages")], io.BytesIO()), Config())
    return [one for _, one in found if isinstance(one, Reading)]


def measured(newsroom: Path, readings: Sequence[Reading], *, misses: int = 0) -> dict[str, float | None]:
    """The scores of ``SHOWN`` for readings of a newsroom; ``misses`` of each kind are printed."""
    card = score(load_newsroom(newsroom), make_export(tables(readings, settle(readings)))).card
    for name, rows in card.missed.items() if misses else ():
        if name.startswith(("claims", "stories", "copies")):
            print(name, *rows[:misses], sep="\n    ")
    return {name: card.value(name) for name in SHOWN}


def main(arguments: Iterable[str] | None = None) -> None:
    """Prints a table: a line a score, a column a newsroom."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("newsrooms", nargs="+", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--read", action="store_true", help="read the pages instead of taking the gold readings")
    given = parser.parse_args(None if arguments is None else list(arguments))
    columns = [
        measured(room, read_pages(room) if given.read else gold_readings(room), misses=given.misses)
        for room in given.newsrooms
    ]
    for name in SHOWN:
        print(f"{name:32}", *("     -" if (value := one[name]) is None else f"{value:6.3f}" for one in columns))


if __name__ == "__main__":
    main()
