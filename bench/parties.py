"""How well names of parties are made one: pairs of names as articles give them, against gold; and false merges.

python -m bench.parties NEWSROOM... [--stories] [--show]

Of a newsroom, the party of each statement found on its pages before it is settled, beside the party gold gives that
statement; two names are one where gold gives them one party. ``--stories``: the parties of the stories written for
training, where every party has one name: what is made one there is wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from bench.newsroom.export import make_export
from bench.newsroom.gold import load_newsroom
from bench.newsroom.pairing import make_case
from bench.settling_stories import read_pages, tables
from onrecord.model import PartyMerge, Reading, Settled
from onrecord.parties import Voice, settle_names, voice
from onrecord.parties.settling import of_statements
from train.claim_stories import written


def voices_of(readings: Iterable[Reading]) -> Counter[Voice]:
    """How often each voice speaks."""
    return Counter(voice(one) for reading in readings for one in reading.statements)


def gold_of_names(newsroom: Path, readings: Sequence[Reading]) -> dict[str, str]:
    """{name as an article gives it: gold's party of most of its statements}."""
    said = {one.id: one for reading in readings for one in reading.statements}
    parties = of_statements(said.values(), settle_names(voices_of(readings)).parties)
    room = load_newsroom(newsroom)
    case = make_case(room, make_export(tables(readings, Settled(tuple(parties.items()), (), (), (), ()))))
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for gold, row in case.matched:
        name = said[row["id"]].speaker.party
        if name and ";" not in name and gold.get("party"):
            found[name][gold["party"]] += 1
    return {name: parties.most_common(1)[0][0] for name, parties in found.items()}


def settled_as(merges: Iterable[PartyMerge], names: Iterable[str]) -> dict[str, str]:
    """{name: the one it is settled under}."""
    step = {one.name: one.party for one in merges if one.made}
    found = {name: step.get(name, name) for name in names}
    return {name: step.get(held, held) for name, held in found.items()}


def pairs(parties: Mapping[str, str]) -> set[tuple[str, str]]:
    """The pairs of names that have one party."""
    return {(a, b) for a, b in combinations(sorted(parties), 2) if parties[a] == parties[b]}


def told(wrong: Iterable[tuple[str, str]], what: str) -> Iterator[str]:
    yield from (f"    {what}: {one} | {other}" for one, other in sorted(wrong))


def newsroom_lines(newsroom: Path) -> Iterator[str]:
    """Pairs that are one by gold, made one, and both; then each that is wrong or missed."""
    readings = read_pages(newsroom)
    gold = gold_of_names(newsroom, readings)
    merges = settle_names(voices_of(readings)).merges
    right, made = pairs(gold), pairs(settled_as(merges, gold))
    both = len(right & made)
    yield f"{newsroom.name:14} names {len(gold):3}  pairs {len(right):3}  made {len(made):3}  right {both:3}"
    yield from told(made - right, "wrong")
    yield from told(right - made, "missed")


def story_lines() -> Iterator[str]:
    """What is made one of the parties of one story, and of all stories as one record."""
    every: Counter[Voice] = Counter()
    wrong: list[tuple[str, str, PartyMerge]] = []
    doubtful = 0
    for story in written():
        own = voices_of(story.readings)
        found = settle_names(own).merges
        wrong += [(story.name, "", one) for one in found if one.made]
        doubtful += sum(not one.made for one in found)
        every += own
    yield f"stories: {len(wrong)} merges in one story, {doubtful} doubtful"
    yield from (f"    {name}: {one}" for name, _, one in wrong)
    together = settle_names(every).merges
    yield f"all stories as one record: {sum(one.made for one in together)} merges, {len(together)} with doubts"
    yield from (f"    {one}" for one in together)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("newsrooms", nargs="*", type=Path)
    parser.add_argument("--stories", action="store_true")
    given = parser.parse_args(arguments)
    for newsroom in given.newsrooms:
        print(*newsroom_lines(newsroom), sep="\n")
    if given.stories:
        print(*story_lines(), sep="\n")


if __name__ == "__main__":
    main()
