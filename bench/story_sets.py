"""How well articles are grouped into events, tolls read and related articles told, on sets that others labelled.

The trained parts learned from these very sets: what they are worth on others is in their cards.

python -m bench.story_sets STORIES NEWSROOM...; ``python -m bench`` holds the same numbers to their floors.
"""

from __future__ import annotations

import argparse
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

from bench.clusters import b_cubed, pairwise
from bench.result import Number, Result, digest_of
from bench.story_rows import FILES, SETS, Told, article, incidents, rows, sets, several
from onrecord import stories
from onrecord.model import Article
from onrecord.stories.casualties import last_toll, tolls
from onrecord.stories.related import relatedness

TOLLS, RATED = "gva_incidents.jsonl.gz", "semeval22_en_pairs.jsonl.gz"


def grouped(told: Sequence[Told]) -> dict[str, str]:
    """{article: its story}."""
    made = stories.tell([one.article for one in told], [], [], [])
    return {one: story.id for story in made for one in story.articles}


def wanted(name: str, told: Sequence[Told]) -> Mapping[str, str]:
    """What is scored: of incidents those that two articles or more tell."""
    return several(list(told)) if name == "incidents" else {one.article.id: one.group for one in told if one.group}


def tolls_right(folder: Path) -> tuple[float, float, float]:
    """Shares of incidents whose killed, whose injured, and whose killed and injured are right."""
    told: defaultdict[str, list[Article]] = defaultdict(list)
    for one in incidents(folder):
        told[one.unit].append(one.article)
    gold = rows(folder / TOLLS)
    found = [last_toll(told[row["cluster"]]) for row in gold]
    killed = [one.killed == row["killed"] for one, row in zip(found, gold, strict=True)]
    injured = [one.injured == row["injured"] for one, row in zip(found, gold, strict=True)]
    both = [one and other for one, other in zip(killed, injured, strict=True)]
    return sum(killed) / len(gold), sum(injured) / len(gold), sum(both) / len(gold)


def shown_right(folder: Path) -> tuple[float, float]:
    """Shares of the killed and of the injured that a page would show that are right."""
    told: defaultdict[str, list[Article]] = defaultdict(list)
    for one in incidents(folder):
        told[one.unit].append(one.article)
    pairs = [(found[-1], row) for row in rows(folder / TOLLS) if (found := tolls(told[row["cluster"]]))]
    killed = [one.killed == row["killed"] for one, row in pairs if one.killed is not None]
    injured = [one.injured == row["injured"] for one, row in pairs if one.injured is not None]
    return statistics.fmean(killed), statistics.fmean(injured)


def measure_groups(name: str, folder: Path) -> Result:
    """Articles of a set by event, as the shipped model groups them."""
    began = perf_counter()
    told = SETS[name](folder)
    gold, found = wanted(name, told), grouped(told)
    numbers = {
        "pairwise_f1": Number(pairwise(gold, found), "pairs of articles"),
        "b_cubed": Number(b_cubed(gold, found), "articles"),
    }
    return Result(name, digest_of(folder, [folder / FILES[name]]), numbers, perf_counter() - began)


def measure_tolls(folder: Path) -> Result:
    """Killed and injured of incidents; and where a page would show a figure."""
    began = perf_counter()
    right, shown = tolls_right(folder), shown_right(folder)
    numbers = {
        "killed": Number(right[0], "of incidents"),
        "injured": Number(right[1], "of incidents"),
        "killed and injured": Number(right[2], "of incidents", asked=0.6),
        "killed, shown": Number(shown[0], "of figures that a page shows"),
        "injured, shown": Number(shown[1], "of figures that a page shows"),
    }
    paths = [folder / TOLLS, folder / FILES["incidents"]]
    return Result("tolls", digest_of(folder, paths), numbers, perf_counter() - began)


def measure_related(folder: Path) -> Result:
    """How related two articles are, beside people's ratings."""
    began = perf_counter()
    numbers = {"pearson": Number(related_r(folder), "r with people's ratings", asked=0.78)}
    return Result("related", digest_of(folder, [folder / RATED]), numbers, perf_counter() - began)


def related_r(folder: Path) -> float:
    """Pearson's r of relatedness with people's ratings."""
    pairs = rows(folder / RATED)
    found = [relatedness(*(stories.profile(article(side, row[side])) for side in ("text1", "text2"))) for row in pairs]
    return statistics.correlation(found, [-float(row["overall"]) for row in pairs])


def main() -> None:
    """Prints tolls, relatedness, then pairwise F1 and B-cubed of each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("newsrooms", nargs="*", type=Path)
    given = parser.parse_args()
    print("killed {:.3f} injured {:.3f} both {:.3f}".format(*tolls_right(given.stories)))
    print(f"related: Pearson {related_r(given.stories):.3f}", flush=True)
    for name, told in sets(given.stories, given.newsrooms):
        gold, found = wanted(name, told), grouped(told)
        print(
            f"{name:12} {len(gold):5} pairwise {pairwise(gold, found):.3f} B-cubed {b_cubed(gold, found):.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
