"""How sure two statements must be to speak to one thing: false and missed corroboration by bound, stories left out.

python -m bench.tying NEWSROOM...

The bounds that ship stand in ``origins/tying.py``. ``right`` and ``wrong``: second origins whose statement has, or has
not, the gold claim of a statement of the first origin.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from unittest.mock import patch

from bench.gold import gold_labelled, gold_readings
from bench.newsroom.export import make_export
from bench.newsroom.gold import load_newsroom
from bench.newsroom.pairing import make_case
from bench.newsroom.score import score
from bench.settling import left_out
from bench.settling_stories import gold_stories, read_pages, read_stories, tables
from onrecord import claims, origins
from onrecord.model import Claim, Reading, Settled, Statement
from onrecord.origins import Bounds
from onrecord.parties import names_of
from onrecord.pipeline import settle_story
from onrecord.pipeline.settle import settle
from onrecord.pipeline.settle_story import Told

SURELY, FAIRLY = (0.65, 0.7, 0.75, 0.8), (0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim as it was made, with what its origins were judged by."""

    claim: Claim
    group: claims.Group
    told: Told
    standing: Sequence[Statement]


@dataclass(frozen=True, slots=True)
class Room:
    """A newsroom settled once; by statement its gold claim, None where it has none."""

    folder: Path
    readings: Sequence[Reading]
    settled: Settled
    heard: Sequence[Heard]
    gold: Mapping[str, str | None]


def settled_once(folder: Path, readings: Sequence[Reading], told: Sequence[object], read: bool) -> Room:
    """Settles under matchers that never saw the story, and keeps what origins are judged by."""
    heard: list[Heard] = []
    made = settle_story._claim

    def listening(group: claims.Group, own: Told, inside: Sequence[Statement], none: frozenset[str]) -> Claim:
        claim = made(group, own, inside, none)
        heard.append(Heard(claim, group, own, [one for one in inside if one.id not in none] or inside))
        return claim

    with patch.object(settle_story, "_claim", listening):
        settled = settle(readings, matcher=left_out(folder, readings, told))  # type: ignore[arg-type]
    return Room(folder, readings, settled, heard, _gold(folder, readings, read=read))


def _gold(folder: Path, readings: Sequence[Reading], *, read: bool) -> dict[str, str | None]:
    if read:
        case = make_case(load_newsroom(folder), make_export(tables(readings, Settled((), (), (), (), ()))))
        return {row["id"]: gold["claim"] for gold, row in case.matched}
    pairs = ((one, row) for held, rows in gold_labelled(folder) for one, row in zip(held.statements, rows, strict=True))
    return {one.id: row["claim"] for one, row in pairs}


def judged(room: Room, bounds: Bounds) -> tuple[list[Claim], Counter[str]]:
    """The claims under other bounds, and how many second origins are right and wrong."""
    found, counts = [], Counter[str]()
    for one in room.heard:
        held = {id_: reading.article for id_, reading in one.told.readings.items()}
        known = origins.judge(one.standing, one.told.published, one.group.tie, articles=held, bounds=bounds)
        if len(known.origins) > 1 or len(one.claim.origins) > 1:
            counts += _right(one, [origin.party for origin in known.origins], room.gold)
            found.append(_again(one, known))
        else:
            found.append(one.claim)
    return found, counts


def _right(one: Heard, parties: Sequence[str], gold: Mapping[str, str | None]) -> Counter[str]:
    of = [{gold.get(said.id) for said in one.standing if party in said.speaker.parties} - {None} for party in parties]
    return Counter("right" if of[0] & other else "wrong" for other in of[1:])


def _again(one: Heard, known: origins.Judged) -> Claim:
    said = [each for each in one.told.statements if each.id in set(one.group.statements)]
    given = claims.Known(one.told.story.id, known.origins, known.possible)
    return replace(claims.tally(said, given, one.told.published, names_of(one.told.statements)), id=one.claim.id)


def line(rooms: Sequence[Room], bounds: Bounds) -> str:
    """False and missed corroboration, a mean over newsrooms, and the second origins."""
    false, missed, counts = [], [], Counter[str]()
    for room in rooms:
        made, found = judged(room, bounds)
        export = make_export(tables(room.readings, replace(room.settled, claims=tuple(made))))
        card = score(load_newsroom(room.folder), export).card
        false.append(card.value("claims.false_corroboration") or 0.0)
        missed.append(card.value("claims.missed_corroboration") or 0.0)
        counts += found
    rates = f"false {sum(false) / len(false):.3f} missed {sum(missed) / len(missed):.3f}"
    return f"{rates} second origins: {counts['right']} right, {counts['wrong']} wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("newsrooms", nargs="+", type=Path)
    folders = parser.parse_args().newsrooms
    read = {folder: read_pages(folder) for folder in folders}
    told = [one for folder, pages in read.items() for one in gold_stories(folder) + read_stories(folder, pages)]
    sets = {
        "gold statements": [settled_once(folder, gold_readings(folder), told, False) for folder in folders],
        "read from pages": [settled_once(folder, read[folder], told, True) for folder in folders],
    }
    for surely, fairly in product(SURELY, FAIRLY):
        for name, rooms in sets.items():
            bounds = Bounds(surely=surely, fairly=fairly)
            print(f"surely {surely} fairly {fairly} {name}: {line(rooms, bounds)}", flush=True)


if __name__ == "__main__":
    main()
