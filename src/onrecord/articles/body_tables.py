"""Tables that are the story: results, standings, lists of winners that outweigh the words around them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import html

from onrecord.articles.body_features import Seen
from onrecord.articles.body_places import AT

LEAST_ROWS = 4
LEAST_COLUMNS = 2
MOST_CELL = 12  # words a cell: with more, the table only lays the page out
MOST_LINKED = 0.5
UPS = 6
SHARE = 0.4  # of the words of the story: a smaller table goes with it, and is left out
HOLDS = 0.5  # of the story must stand around the table
IN_TABLE = 1 << AT["table"]


def with_tables(all_seen: Sequence[Seen], kept: Sequence[Seen]) -> list[Seen]:
    """The lines of a story with those of its tables, where these are the greater part of it."""
    told = sum(one.words for one in kept)
    tables = [rows for table, rows in _tables(all_seen).items() if _is_data(table, rows)]
    if not tables:
        return list(kept)
    around = _around(kept)
    inside = [rows for rows in tables if _is_inside(rows[0].line.holder, around, told)]
    lines = {id(one) for rows in inside for one in rows}
    known = {id(one) for one in kept}
    beside = sum(one.words for one in kept if id(one) not in lines)
    if sum(one.words for rows in inside for one in rows) < SHARE * beside:
        return list(kept)
    return [one for one in all_seen if id(one) in lines | known]


def _tables(all_seen: Sequence[Seen]) -> dict[html.HtmlElement, list[Seen]]:
    """The lines of each innermost table."""
    found: dict[html.HtmlElement, list[Seen]] = defaultdict(list)
    for one in all_seen:
        if one.place.inside & IN_TABLE and (table := _table(one.line.holder)) is not None:
            found[table].append(one)
    return found


def _table(holder: html.HtmlElement) -> html.HtmlElement | None:
    return next((one for one in islice(_up(holder), UPS) if one.tag == "table"), None)


def _up(holder: html.HtmlElement) -> Iterator[html.HtmlElement]:
    yield holder
    yield from holder.iterancestors()


def _is_data(table: html.HtmlElement, lines: Sequence[Seen]) -> bool:
    rows = sum(1 for _ in table.iter("tr"))
    cells = sum(1 for _ in table.iter("td", "th"))
    linked = sum(one.line.linked > MOST_LINKED for one in lines) / len(lines)
    short = sum(one.words for one in lines) <= MOST_CELL * len(lines)
    return rows >= LEAST_ROWS and cells >= LEAST_COLUMNS * rows and linked < MOST_LINKED and short


def _around(kept: Sequence[Seen]) -> Counter[html.HtmlElement]:
    """How many words of the story stand in each element."""
    found: Counter[html.HtmlElement] = Counter()
    for one in kept:
        for element in _up(one.line.holder):
            found[element] += one.words
    return found


def _is_inside(holder: html.HtmlElement, around: Counter[html.HtmlElement], told: int) -> bool:
    table = _table(holder)
    ups = islice(table.iterancestors(), UPS) if table is not None else ()
    return told > 0 and any(around[up] >= HOLDS * told for up in ups if up.tag not in ("body", "html"))
