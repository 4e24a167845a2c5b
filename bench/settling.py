"""How well pages settle: gold readings of the newsrooms through pipeline.settle, scored by the newsroom scorer.

python -m bench.settling NEWSROOM... [--misses N] [--read] [--left-out] [--confirmed N]

With --left-out every story is grouped by a matcher trained on the other stories of the newsrooms given: what is to be
expected of a story nobody has seen. With --confirmed a person has confirmed the first N statements of each claim.
"""

from __future__ import annotations

import argparse
import dataclasses
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from bench.gold import gold_labelled, gold_readings, load_gold
from bench.newsroom.export import make_export
from bench.newsroom.gold import load_newsroom
from bench.newsroom.score import score
from bench.settling_stories import Labelled, gold_stories, read_pages, read_stories, tables
from bench.settling_train import trained
from onrecord.claims import Matcher, shipped
from onrecord.model import Decided, Reading, Statement, Story, Ties
from onrecord.pipeline.settle import settle

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


@dataclasses.dataclass(frozen=True, slots=True)
class Trial:
    """How readings are settled: grouped by which matcher, with what confirmed."""

    matcher: Callable[[Story], Matcher] = lambda story: shipped()
    decided: Decided = dataclasses.field(default_factory=Decided)


def left_out(newsroom: Path, readings: Sequence[Reading], told: Sequence[Labelled]) -> Callable[[Story], Matcher]:
    """For each story found the matcher trained without the gold story that most of its articles are of."""
    story = {Path(row["file"]).name: row["story"] for row in load_gold(newsroom)["articles"]}
    of = {one.article.id: story.get(Path(one.article.input).name, "") for one in readings}
    made: dict[str, Matcher] = {}

    def matcher(found: Story) -> Matcher:
        name, _ = Counter(of.get(one, "") for one in found.articles).most_common(1)[0]
        unseen = f"{newsroom.name[-1]} {name}"
        if unseen not in made:
            whole = trained([one for one in told if one.name != unseen])
            made[unseen] = dataclasses.replace(whole, least=shipped().least, size=shipped().size)
        return made[unseen]

    return matcher


def confirmed(newsroom: Path, first: int) -> Decided:
    """What a person has done who confirmed the first statements of each gold claim, by day and place."""
    of: defaultdict[str, list[Statement]] = defaultdict(list)
    days: dict[str, str] = {}
    for reading, rows in gold_labelled(newsroom):
        for one, row in zip(reading.statements, rows, strict=True):
            if row["claim"]:
                of[row["claim"]].append(one)
                days[one.id] = (one.said_on.day if one.said_on else None) or reading.article.published.day or "9999"
    return Decided(ties=Ties(together=tuple(_first(said, days, first) for _, said in sorted(of.items()))))


def _first(said: Sequence[Statement], days: Mapping[str, str], first: int) -> tuple[str, ...]:
    return tuple(one.id for one in sorted(said, key=lambda one: (days[one.id], one.article, one.content.spans))[:first])


def measured(
    newsroom: Path, readings: Sequence[Reading], *, misses: int = 0, trial: Trial | None = None
) -> dict[str, float | None]:
    """The scores of ``SHOWN`` for readings of a newsroom; ``misses`` of each kind are printed."""
    trial = trial or Trial()
    settled = settle(readings, decided=trial.decided, matcher=trial.matcher)
    card = score(load_newsroom(newsroom), make_export(tables(readings, settled))).card
    for name, rows in card.missed.items() if misses else ():
        if name.startswith(("claims", "stories", "copies")):
            print(name, *rows[:misses], sep="\n    ")
    return {name: card.value(name) for name in SHOWN}


def main(arguments: Iterable[str] | None = None) -> None:
    """Prints a table: a line a score, a column a newsroom, and the mean over them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("newsrooms", nargs="+", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--read", action="store_true", help="read the pages instead of taking the gold readings")
    parser.add_argument("--left-out", action="store_true", help="group each story by a matcher that never saw it")
    parser.add_argument("--confirmed", type=int, default=0, metavar="N", help="confirm the first N of each claim")
    given = parser.parse_args(None if arguments is None else list(arguments))
    read = {room: read_pages(room) for room in given.newsrooms} if given.read or given.left_out else {}
    told = [one for room, pages in read.items() for one in gold_stories(room) + read_stories(room, pages)]
    columns = [
        _column(room, read[room] if given.read else gold_readings(room), told if given.left_out else [], given)
        for room in given.newsrooms
    ]
    for name in SHOWN:
        values = [one[name] for one in columns]
        known = [value for value in values if value is not None]
        mean = f"{sum(known) / len(known):8.3f}" if known else "       -"
        print(f"{name:32}", *("     -" if value is None else f"{value:6.3f}" for value in values), mean)


def _column(
    room: Path, readings: Sequence[Reading], told: Sequence[Labelled], given: argparse.Namespace
) -> dict[str, float | None]:
    trial = Trial(decided=confirmed(room, given.confirmed) if given.confirmed else Decided())
    if told:
        trial = dataclasses.replace(trial, matcher=left_out(room, readings, told))
    return measured(room, readings, misses=given.misses, trial=trial)


if __name__ == "__main__":
    main()
