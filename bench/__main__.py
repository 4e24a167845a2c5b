"""``python -m bench``: measures what there is to measure, prints one table, and holds the numbers to their floors."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from rich.console import Console

from bench import (
    attributions,
    dumps,
    emergent,
    floors,
    independence,
    newsrooms,
    outcomes,
    pages,
    places,
    repeats,
    seed,
    speed,
    story_rows,
    story_sets,
    unseen,
)
from bench.result import Result
from bench.table import tables
from onrecord.statements.tagger import tag

Suite = Callable[[], Result]
ANNOTATED = (
    ("PolNeAR dev", "polnear.dev.jsonl", "any"),
    ("GUM wikinews", "gum.wikinews.jsonl", "gum"),
    ("GUM wikinews, as pages are read", "gum.wikinews.jsonl", "any"),
)
"""Texts that others annotated, and by whose notion of a statement the network is asked to read them."""

WIDTH = 150  # where the output is no terminal


def suites(*, quick: bool) -> Iterator[tuple[str, Suite]]:
    """What can be measured here. Quick: the sample newsroom and, where it lies beside the checkout, the seed page."""
    if newsroom := places.sample_newsroom():
        yield "newsroom", partial(newsrooms.measure, newsroom, "newsroom", asked=newsrooms.ASKED)
    if page := places.beside("examples", seed.PAGE):
        yield "seed", partial(seed.measure, page.parent)
    if not quick:
        yield from rest()


def rest() -> Iterator[tuple[str, Suite]]:
    """What takes its time and lies beside the checkout."""
    for letter in "CDE":
        if gold := places.beside("bench", f"newsroom_{letter}", "gold.json"):
            name = f"newsroom {letter}"
            yield name, partial(newsrooms.measure, gold.parent, name, asked={})
    found = [gold.parent for one in "ACDE" if (gold := places.beside("bench", f"newsroom_{one}", "gold.json"))]
    if found:
        yield unseen.SUITE, partial(unseen.measure, found)
        yield independence.SUITE, partial(independence.suite, found)
    if gold := places.beside("data", "copies", repeats.FILES[0]):
        yield repeats.SUITE, partial(repeats.measure, gold.parent)
    if gold := places.beside("data", "reading", "gold.jsonl"):
        folder = gold.parent
        yield "pages", partial(pages.measure, folder)
        for shape, (name, _) in dumps.SHAPES.items():
            yield name, partial(dumps.measure, folder, shape)
        yield "speed", lambda: speed.measure(pages.paths(folder), folder)
    if gold := places.beside("data", "claims", emergent.FILES[0]):
        yield "emergent", partial(emergent.measure, gold.parents[1])
    if gold := places.beside("data", "stories", story_sets.TOLLS):
        yield from of_stories(gold.parent)
    for name, file, convention in ANNOTATED:
        if path := places.beside("data", "attribution", file):
            yield name, partial(attributions.measure, path, name, read=partial(tag, convention=convention))


def of_stories(folder: Path) -> Iterator[tuple[str, Suite]]:
    """Articles by event, tolls, and related pairs; the shipped models learned from these sets."""
    for name in story_rows.SETS:
        yield name, partial(story_sets.measure_groups, name, folder)
    yield "tolls", partial(story_sets.measure_tolls, folder)
    yield "related", partial(story_sets.measure_related, folder)


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only what takes under two minutes")
    parser.add_argument("--raise", action="store_true", dest="raises", help="write better numbers into the floors")
    parser.add_argument("--only", action="append", metavar="SUITE", help="measure this suite; may be repeated")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N of each kind of miss")
    parser.add_argument("--save", type=Path, metavar="DIR", help="keep what each example came to")
    parser.add_argument("--against", type=Path, metavar="DIR", help="show examples gained and lost since --save DIR")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 1 where a number fell below its floor, or the data are not those of the floors; 2 for wrong usage."""
    args = arguments(argv)
    console = Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False)
    asked = [(name, suite) for name, suite in suites(quick=args.check) if not args.only or name in args.only]
    if not asked:
        console.print("nothing to measure; there are: " + ", ".join(name for name, _ in suites(quick=args.check)))
        return 2
    results = [suite() for _, suite in asked]
    pinned = floors.load(places.FLOORS)
    for shown in tables(pinned, results):
        console.print(shown)
    for line in more(args, results):
        console.print(line, markup=False, soft_wrap=True)
    if args.raises:
        floors.save(floors.raised(pinned, results), places.FLOORS)
    failed = list(failures(pinned, results))
    for line in failed:
        console.print(line, style="red", markup=False, soft_wrap=True)
    good = sum(len(floors.held(pinned, one)) - len(list(floors.fallen(pinned, one))) for one in results)
    console.print(f"\n{good} passed, {len(failed)} failed")
    return 1 if failed else 0


def failures(pinned: floors.Floors, results: Sequence[Result]) -> Iterator[str]:
    """A line for each suite whose data changed, and for each number that fell."""
    for result in results:
        yield from floors.changed(pinned, result)
        yield from floors.fallen(pinned, result)


def more(args: argparse.Namespace, results: Sequence[Result]) -> Iterator[str]:
    """The misses and the changes that were asked for; saves where that was."""
    for result in results if args.misses else ():
        for kind, lines in result.misses.items():
            yield f"\n{result.suite}, {kind}: {len(lines)} missed, {min(args.misses, len(lines))} shown"
            yield from (f"  {line}" for line in lines[: args.misses])
    if args.against:
        yield from outcomes.changes(outcomes.load(args.against), results)
    if args.save:
        outcomes.save(args.save, results)


if __name__ == "__main__":
    sys.exit(main())
