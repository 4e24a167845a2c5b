"""Which examples came out right in one run and not in another: what a change gained and lost."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from bench.result import Result

Outcomes: TypeAlias = Mapping[str, Mapping[str, Sequence[str]]]  # suite -> kind -> examples

FILE = "outcomes.json"


def save(folder: Path, results: Sequence[Result]) -> None:
    """Writes what each example came to into a folder, made if missing."""
    folder.mkdir(parents=True, exist_ok=True)
    told = {result.suite: {kind: sorted(names) for kind, names in result.outcomes.items()} for result in results}
    (folder / FILE).write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def load(folder: Path) -> Outcomes:
    """What was saved; raises FileNotFoundError where nothing was."""
    told: Outcomes = json.loads((folder / FILE).read_text(encoding="utf-8"))
    return told


def changes(before: Outcomes, results: Sequence[Result]) -> Iterator[str]:
    """For each suite and kind that both runs have, the examples gained (+) and lost (-)."""
    for result in results:
        for kind, names in result.outcomes.items():
            if kind not in before.get(result.suite, {}):
                continue
            then = set(before[result.suite][kind])
            gained, lost = sorted(names - then), sorted(then - names)
            if gained or lost:
                yield f"{result.suite}, {kind}: {len(gained)} gained, {len(lost)} lost"
                yield from (f"  + {name}" for name in gained)
                yield from (f"  - {name}" for name in lost)
