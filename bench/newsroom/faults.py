"""What a fault in a perfect export makes worse: the scorer measures itself by this."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any, NamedTuple

from bench.newsroom.export import make_export
from bench.newsroom.gold import Newsroom
from bench.newsroom.perfect import perfect_tables
from bench.newsroom.score import score
from bench.newsroom.values import Row

Tables = dict[str, list[Row]]
Change = Callable[[Tables], object]
LEAST = 1e-9


class Perfect(NamedTuple):
    """A newsroom, its gold as an export, and what that export reaches."""

    room: Newsroom
    tables: Tables
    best: dict[str, float | None]


def perfect(room: Newsroom) -> Perfect:
    """The perfect export of a newsroom, as it would be read back from files."""
    tables: Tables = json.loads(json.dumps(perfect_tables(room)))
    return Perfect(room, tables, measured(room, tables))


def measured(room: Newsroom, tables: Tables) -> dict[str, float | None]:
    """Every value of an export, and the record score, turned so that more is better."""
    scored = score(room, make_export(copy.deepcopy(tables)))
    turned = {
        name: row.value if row.value is None or not row.lower else -row.value for name, row in scored.card.rows.items()
    }
    return turned | {"record": scored.record}


def worsened(given: Perfect, change: Change) -> set[str]:
    """The measures that a change of the perfect export makes worse."""
    broken = copy.deepcopy(given.tables)
    change(broken)
    now = measured(given.room, broken)
    pairs = [(name, best, now[name]) for name, best in given.best.items()]
    return {name for name, best, value in pairs if best is not None and value is not None and value < best - LEAST}


def first(tables: Tables, name: str, find: Row) -> Row:
    """The first row of a table that has these values."""
    return next(row for row in tables[name] if all(row.get(key) == value for key, value in find.items()))


def put(name: str, find: Row, **new: Any) -> Change:
    """A change that puts other values into one row."""
    return lambda tables: first(tables, name, find).update(new)


def drop(name: str, **find: Any) -> Change:
    """A change that takes one row out."""
    return lambda tables: tables[name].remove(first(tables, name, find))
