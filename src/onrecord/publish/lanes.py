"""The lanes of a claim: a party a lane, time to scale, the status by rule on top. Places only: a template draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Position, StatusChange
from onrecord.publish.timescale import UNKNOWN, Tick, Timescale, as_date, timescale
from onrecord.publish.words import day_words, stance_word, status_word

MAX_LANES = 24
MAX_MARKS = 12  # of a lane: the first, and the last
MAX_DRAWN = 120  # marks of all lanes, as far as each can have two
TOP, LANE = 52, 36  # pixels: above the first lane, from lane to lane
_APART = 2.9  # per cent between two marks of a lane, so that neither hides the other
_PER_LETTER = 1.35  # per cent that a letter of a status takes on the narrowest picture
_FAMILIES = {
    "asserts": "yes",
    "suggests": "yes",
    "denies": "no",
    "doubts": "no",
    "no_evidence": "no",
    "withdraws": "back",
    "no_comment": "silent",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A change of position: where on the line, and in words. ``until``: how far its day may lie where less is known."""

    at: float
    until: float
    stance: str
    title: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A standing position, from its day to the next. ``family``: yes no unknown silent back."""

    start: float
    end: float
    stance: str
    family: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A party's lane; ``y`` in pixels."""

    party: str
    y: int
    marks: tuple[Mark, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A status while it held; ``label`` is None where it has no room."""

    start: float
    width: float
    status: str
    label: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """The picture, ``height`` pixels high; ``hidden``: parties beyond the last lane, ``cut``: changes not drawn.

    ``apart``: per cent of the width kept for what has no known day; 0 where every day is known.
    """

    bands: tuple[Band, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: int
    hidden: int
    stances: tuple[str, ...]
    apart: float = 0.0
    cut: int = 0


def lanes(claim: Claim, until: str | None) -> Lanes:
    """The lanes of a claim up to the day ``until``, the parties in the order in which they first spoke."""
    scale = timescale([*(at.on for at in claim.positions), *(at.on for at in claim.status_history)], until)
    by_party = positions_by_party(claim.positions)
    drawn = list(by_party.items())[:MAX_LANES]
    most = min(MAX_MARKS, max(2, MAX_DRAWN // max(1, len(drawn))))
    return Lanes(
        bands=_bands(claim.status_history, scale),
        lanes=tuple(_lane(party, _shown(held, most), TOP + LANE * n, scale) for n, (party, held) in enumerate(drawn)),
        ticks=scale.ticks(),
        height=TOP + LANE * len(drawn) - 14,
        hidden=len(by_party) - len(drawn),
        stances=tuple(dict.fromkeys(at.stance for at in claim.positions)),
        apart=UNKNOWN if scale.unknown else 0.0,
        cut=sum(max(0, len(held) - most) for _, held in drawn),
    )


def positions_by_party(positions: Sequence[Position]) -> dict[str, list[Position]]:
    """{party: its positions in time order}, parties in the order of their first."""
    held: dict[str, list[Position]] = {}
    for at in positions:
        held.setdefault(at.party, []).append(at)
    return held


def _shown(held: Sequence[Position], most: int) -> Sequence[Position]:
    """So many of the changes: the first, and the last."""
    return held if len(held) <= most else [held[0], *held[1 - most :]]


def _lane(party: str, shown: Sequence[Position], y: int, scale: Timescale) -> Lane:
    places: list[float] = []
    for position in shown:
        at = scale.at(position.on)
        places.append(min(max(at, places[-1] + _APART), 98.5) if places else at)
    marks = tuple(
        Mark(at, max(at, scale.until(one.on)), one.stance, f"{party} {stance_word(one.stance)}, {day_words(one.on)}")
        for at, one in zip(places, shown, strict=True)
    )
    return Lane(party, y, marks, tuple(_stretches(places, shown)))


def _stretches(places: Sequence[float], held: Sequence[Position]) -> Iterator[Stretch]:
    """From when nobody knows, no line leads: only what has a day is drawn as standing."""
    for start, end, one in zip(places, [*places[1:], 100.0], held, strict=True):
        if as_date(one.on):
            yield Stretch(start, end, one.stance, _FAMILIES.get(one.stance, "unknown"))


def _bands(history: Sequence[StatusChange], scale: Timescale) -> tuple[Band, ...]:
    starts = [scale.at(change.on) for change in history]
    ends = [*starts[1:], 100.0][: len(starts)]
    bands = (_band(change, start, end) for change, start, end in zip(history, starts, ends, strict=True))
    return tuple(band for band in bands if band.width > 0)


def _band(change: StatusChange, start: float, end: float) -> Band:
    word = status_word(change.value)
    width = round(end - start, 2)
    fits = width > len(word) * _PER_LETTER + 3
    return Band(start, width, change.value, word if fits else None, f"{word}, {day_words(change.on)}")
