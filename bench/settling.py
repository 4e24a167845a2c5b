"""How well pages settle: gold readings of the newsrooms through pipeline.settle, scored by the newsroom scorer.

python -m bench.settling NEWSROOM... [--misses N] [--read]
"""

from __future__ import annotations

import argparse
import dataclasses
import importlib.util
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.gold import gold_readings
from onrecord.config import Config
from onrecord.model import Reading, Rejected, Settled
from onrecord.pipeline.settle import settle
from onrecord.pipeline.take_in import take_in
from onrecord.read import read_bytes
from onrecord.read.inputs import walk

SHARED = Path(__file__).parents[2] / "shared" / "bench"
Row = dict[str, Any]
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


def scorer() -> ModuleType:
    """The newsroom scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_newsroom", SHARED / "score_newsroom.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def read_pages(newsroom: Path) -> list[Reading]:
    """Every page of a newsroom through the reading stages."""
    config, found = Config(), []
    for given in walk([str(newsroom / "pages")], sys.stdin.buffer):
        pages = [] if isinstance(given, Rejected) else read_bytes(*given, config)
        taken = [take_in(page, config) for page in pages if not isinstance(page, Rejected)]
        found += [one for one in taken if isinstance(one, Reading)]
    return found


def measured(newsroom: Path, readings: Sequence[Reading], *, misses: int = 0) -> dict[str, float | None]:
    """The scores of ``SHOWN`` for readings of a newsroom; ``misses`` of each kind are printed."""
    score = scorer()
    room = score.load_newsroom(newsroom)
    card, _, _ = score.score(room, score.make_export(tables(readings, settle(readings))))
    for name, rows in card.missed.items() if misses else ():
        if name.startswith(("claims", "stories", "copies")):
            print(name, *rows[:misses], sep="\n    ")
    return {name: card.rows[name]["value"] for name in SHOWN}


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
