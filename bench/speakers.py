"""How often each way of finding a speaker is right: gold attributions of the newsrooms through the speakers' stage.

python -m bench.speakers NEWSROOM... prints a line a way, as ``knowledge/speaker_ways.tsv`` keeps them: way, right, of.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.gold import gold_labelled
from bench.newsroom.gold import load_newsroom
from bench.newsroom.speakers import speaker_verdict
from onrecord.model import Attribution, Statement
from onrecord.statements.speakers import found_speakers

CALIBRATED_ON = ("newsroom_C", "newsroom_D", "newsroom_E")


def judged(newsroom: Path) -> Iterator[tuple[str, bool]]:
    """(way, whether the name is gold's) of every statement of a newsroom, before any threshold."""
    room = load_newsroom(newsroom)
    for reading, rows in gold_labelled(newsroom):
        found = found_speakers(reading.article, [_attribution(one) for one in reading.statements])
        for said, gold in zip(found, rows, strict=True):
            given = {"speaker": {"name": said.speaker.name, "party": said.speaker.party}}
            yield said.way, speaker_verdict(room.names, gold, given, reading.article.text) == "right"


def _attribution(one: Statement) -> Attribution:
    cue, source = (part.spans[0] if part else None for part in (one.cue, one.source))
    return Attribution(one.content.spans, cue, source)


def counted(newsrooms: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """{way: (right, of)} over newsrooms."""
    seen = Counter(pair for newsroom in newsrooms for pair in judged(newsroom))
    ways = sorted({way for way, _ in seen})
    return {way: (seen[way, True], seen[way, True] + seen[way, False]) for way in ways}


def main(arguments: Iterable[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("newsrooms", nargs="+", type=Path)
    given = parser.parse_args(None if arguments is None else list(arguments))
    for way, (right, of) in counted(given.newsrooms).items():
        print(way, right, of, sep="\t")


if __name__ == "__main__":
    main()
