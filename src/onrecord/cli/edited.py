"""edits: what changed between the versions of articles."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from contextlib import closing

from onrecord.cli.ids import article_id
from onrecord.cli.screen import Column, blank, heading, line, show_json, show_pieces, show_table
from onrecord.cli.shown import ID_SHOWN
from onrecord.edits import Line
from onrecord.publish.edited import EditView, edits_of, views
from onrecord.publish.record_json import edit_json
from onrecord.publish.versions import edits as every_edit
from onrecord.publish.words import UNNAMED, counted, moment, short
from onrecord.store.articles import Listed
from onrecord.store.opening import open_record

MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def edits(arguments: argparse.Namespace) -> int:
    """All edits as a list, or those of one article with every word."""
    with closing(open_record(arguments.record, readonly=True)) as conn:
        if arguments.id:
            found: Iterable[EditView] = edits_of(conn, article_id(conn, arguments.id))
        else:
            found = views(conn, every_edit(conn))
        if arguments.json:
            for one in found:
                show_json(edit_json(one.edit))
        elif arguments.id:
            _show_all(found)
        else:
            _show_list(found)
    return 0


def _show_list(found: Iterable[EditView]) -> None:
    columns = (Column("article"), Column("before"), Column("outlet"), Column("headline"), Column("changed", wraps=True))
    show_table(columns, [_cells(one) for one in found])


def _cells(one: EditView) -> tuple[object, ...]:
    ids = (one.edit.article[:ID_SHOWN], one.edit.before[:ID_SHOWN])
    return *ids, one.after.outlet, short(one.after.headline, limit=60), "; ".join(one.sums)


def _show_all(found: Iterable[EditView]) -> None:
    one = None
    for one in found:
        _show_edit(one)
    if one is None:
        line("this article is on record in one version only")


def _show_edit(one: EditView) -> None:
    heading(one.after.headline)
    if one.edit.headline:
        line(f"before: {one.edit.headline[0]}")
    was, now = (_when(seen, listed) for seen, listed in zip(one.seen, (one.before, one.after), strict=True))
    line(f"version {one.edit.before} ({was}) to {one.edit.article} ({now})", style="dim")
    line("; ".join(one.sums))
    for told in one.told:
        blank()
        line(f"{told.word}: {told.statement.speaker.name or UNNAMED}", style="bold")
        line(f"“{told.statement.content.text}”", indent=4)
        line(told.change.why, indent=4, style="dim")
    blank()
    for fold in one.folds:
        if fold.line:
            show_pieces(_pieces(fold.line))
        else:
            line(f"... {counted(fold.unchanged, 'paragraph')} as before", style="dim")
    blank()


def _when(seen: str | None, version: Listed) -> str:
    return f"fetched on {moment(seen)}" if seen else version.day or "day unknown"


def _pieces(one: Line) -> Iterator[tuple[str, bool]]:
    """The runs with marks that tell what went and what came without colour."""
    for run in one.runs:
        yield MARKS[run.kind].format(run.text), run.kind != "same"
