"""Claims by parties: where each party of a story stands on each of its weightiest claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Position
from onrecord.publish.lanes import positions_by_party

CLAIMS, PARTIES = 12, 10


@dataclass(frozen=True, slots=True)
class Row:
    """A claim, and where each party stands on it: in the order of the columns, None where it has not spoken."""

    claim: Claim
    cells: tuple[Position | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The picture; ``hidden``: claims and parties that have no room in it."""

    parties: tuple[str, ...]
    rows: tuple[Row, ...]
    hidden: tuple[int, int]


def matrix(claims: Sequence[Claim]) -> Matrix | None:
    """Those claims, of the ones given, to which most parties speak; None where no two speak to any."""
    held = {one.id: positions_by_party(one.positions) for one in claims}
    spoken = sorted((one for one in claims if held[one.id]), key=lambda one: -len(held[one.id]))
    times = Counter(party for positions in held.values() for party in positions)
    if len(times) < 2:
        return None
    parties = tuple(party for party, _ in times.most_common(PARTIES))
    shown = [one for one in spoken if any(party in held[one.id] for party in parties)][:CLAIMS]
    rows = tuple(Row(one, tuple(_last(held[one.id].get(party)) for party in parties)) for one in shown)
    return Matrix(parties, rows, (len(spoken) - len(rows), len(times) - len(parties)))


def _last(held: Sequence[Position] | None) -> Position | None:
    return held[-1] if held else None
