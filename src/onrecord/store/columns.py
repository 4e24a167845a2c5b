"""How parts of the nouns are kept in columns: lists and spans as JSON text, days as three columns."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from onrecord.model import Passage, Span, When


def as_list(values: Sequence[str]) -> str:
    """A JSON list."""
    return json.dumps(list(values), ensure_ascii=False)


def from_list(column: str) -> tuple[str, ...]:
    """The strings of a JSON list."""
    return tuple(json.loads(column))


def as_spans(spans: Iterable[Span]) -> str:
    """A JSON list of [start, end]."""
    return json.dumps([[start, end] for start, end in spans])


def from_passage(row: sqlite3.Row, name: str) -> Passage | None:
    """The passage kept in the columns ``name`` and ``name_spans``; None where there is none."""
    text = row[name]
    if text is None:
        return None
    return Passage(text, tuple(Span(start, end) for start, end in json.loads(row[f"{name}_spans"])))


def as_passage(passage: Passage | None) -> tuple[str | None, str | None]:
    """The two columns of a passage."""
    return (passage.text, as_spans(passage.spans)) if passage else (None, None)


def as_when(when: When | None) -> tuple[str | None, str | None, float | None, str | None]:
    """The columns of a day: value, precision, confidence, reasons; all null where there is none."""
    return (when.value, when.precision, when.confidence, as_list(when.reasons)) if when else (None, None, None, None)


def from_when(row: sqlite3.Row, name: str) -> When | None:
    """The day kept in ``name`` and its three companions."""
    if row[f"{name}_precision"] is None:
        return None
    reasons = from_list(row[f"{name}_reasons"])
    return When(row[name], row[f"{name}_precision"], row[f"{name}_confidence"], reasons)


def grouped(rows: Iterable[sqlite3.Row], by: str) -> dict[str, list[sqlite3.Row]]:
    """Rows by the value of one column, in order."""
    groups: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        groups.setdefault(row[by], []).append(row)
    return groups
