"""How well articles are grouped into events, on sets that others labelled: through the functions that settle a record.

python -m bench.story_sets STORIES NEWSROOM...
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.clusters import b_cubed, pairwise
from bench.story_rows import Told, sets, several
from onrecord import stories


def grouped(told: Sequence[Told]) -> dict[str, str]:
    """{article: its story}."""
    made = stories.tell([one.article for one in told], [], [], [])
    return {one: story.id for story in made for one in story.articles}


def wanted(name: str, told: Sequence[Told]) -> Mapping[str, str]:
    """What is scored: of incidents those that two articles or more tell."""
    return several(list(told)) if name == "incidents" else {one.article.id: one.group for one in told if one.group}


def main() -> None:
    """Prints pairwise F1 and B-cubed of each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("newsrooms", nargs="*", type=Path)
    given = parser.parse_args()
    for name, told in sets(given.stories, given.newsrooms):
        gold, found = wanted(name, told), grouped(told)
        print(
            f"{name:12} {len(gold):5} pairwise {pairwise(gold, found):.3f} B-cubed {b_cubed(gold, found):.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
