"""A newsroom's card as lines of text or as one JSON object."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bench.newsroom.card import Card, Measure
from bench.newsroom.score import Score

FORMULA = (
    "record score = mean of: text F1, statement F1, speaker accuracy x statement recall, stance accuracy x statement "
    "recall, claim B-cubed F1, final position accuracy, origin count accuracy, story B-cubed F1"
)
NOTES_SHOWN = 15


def shown(value: float | None) -> str:
    """A value for the table."""
    return "-" if value is None else f"{value:.3f}"


def fraction(row: Measure) -> str:
    """Numerator and denominator for the table."""
    if row.den is None:
        return ""
    return f"{row.num:.2f}/{row.den}" if isinstance(row.num, float) else f"{row.num}/{row.den}"


def table(score: Score) -> Iterator[str]:
    """The report as lines of text."""
    yield f"record score {shown(score.record)}"
    yield "  " + FORMULA
    yield "  " + ", ".join(f"{name} {shown(value)}" for name, value in score.parts.items())
    group = None
    for name, row in score.card.rows.items():
        if name.split(".")[0] != group:
            group = name.split(".")[0]
            yield f"\n{group.upper():<30} {'value':>6}  {'num/den':>13}  what (v: lower is better)"
        better = "v" if row.lower else " "
        yield f"  {name.split('.')[1]:<28} {shown(row.value):>6}{better} {fraction(row):>13}  {row.what}"
    yield from confusions(score.card)
    if score.notes:
        yield f"\nNOTES ({len(score.notes)}; all of them with --json)"
        yield from ("  " + note for note in score.notes[:NOTES_SHOWN])


def confusions(card: Card) -> Iterator[str]:
    """Which stance was taken for which, most often first."""
    wrong = [(count, gold, given) for (gold, given), count in card.confusion.items() if gold != given]
    yield "\nSTANCE CONFUSIONS (gold -> exported)" + ("" if wrong else ": none")
    for count, gold, given in sorted(wrong, key=lambda item: (-item[0], str(item[1]), str(item[2]))):
        yield f"  {count:>4}  {gold} -> {given}"


def miss_lines(card: Card, most: int) -> Iterator[str]:
    """Examples of every kind of miss."""
    for kind, found in card.missed.items():
        yield f"\nMISSES {kind} ({len(found)}, showing {min(most, len(found))})"
        for miss in found[:most]:
            yield f"  {miss['where']}\n      gold      {miss['gold']}\n      exported  {miss['exported']}"


def as_json(score: Score, most: int) -> dict[str, Any]:
    """The report as one object, with so many examples of each kind of miss."""
    confusion: defaultdict[Any, dict[Any, int]] = defaultdict(dict)
    for (gold, given), count in sorted(score.card.confusion.items(), key=str):
        confusion[gold][given] = count
    missed = score.card.missed
    return {
        "schema": "onrecord.newsroom-score/1",
        "newsroom": score.newsroom,
        "record_score": score.record,
        "formula": FORMULA,
        "parts": score.parts,
        "metrics": {name: row._asdict() for name, row in score.card.rows.items()},
        "stance_confusion": confusion,
        "notes": score.notes,
        "misses": {kind: {"count": len(found), "examples": found[:most]} for kind, found in missed.items()},
    }
