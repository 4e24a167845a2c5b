"""export and check."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from onrecord.cli.ids import article_id
from onrecord.cli.screen import complain, plural, show_json
from onrecord.errors import UsageError
from onrecord.pipeline.verify import verify
from onrecord.publish.formats import format_named
from onrecord.store.opening import open_record


def export(arguments: argparse.Namespace) -> int:
    """Writes the record in another format."""
    with closing(open_record(arguments.record, readonly=True)) as conn:
        wanted = [article_id(conn, one) for one in arguments.article]
        try:
            written = format_named(arguments.format).write(conn, arguments.out, only=wanted)
        except OSError as error:
            raise UsageError(f"{arguments.out} cannot be written: {error.strerror or error}") from error
    for path, rows in written.files.items():
        if arguments.json:
            show_json({"file": str(path), "rows": rows})
        else:
            sys.stdout.write(f"{path}  {rows:,}\n")
    for one in written.left_out:
        complain(f"left out {one}; see: onrecord check")
    return 1 if written.left_out else 0


def check(arguments: argparse.Namespace) -> int:
    """Verifies the record."""
    with closing(open_record(arguments.record, make=False)) as conn:
        problems = verify(conn)
    for one in problems:
        if arguments.json:
            show_json({"problem": one})
        else:
            complain(one)
    if not arguments.json:
        said = f"{plural(len(problems), 'problem')} found" if problems else "holds together"
        sys.stdout.write(f"{arguments.record} {said}\n")
    return 1 if problems else 0
