"""export and check."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from onrecord.cli.screen import complain, plural, show_json
from onrecord.errors import UsageError
from onrecord.pipeline.verify import verify
from onrecord.publish.formats import format_named
from onrecord.store.opening import open_record


def export(arguments: argparse.Namespace) -> int:
    """Writes the record in another format."""
    with closing(open_record(arguments.record, readonly=True)) as conn:
        try:
            written = format_named(arguments.format).write(conn, arguments.out)
        except OSError as error:
            raise UsageError(f"{arguments.out} cannot be written: {error.strerror or error}") from error
    for name, rows in written.items():
        if arguments.json:
            show_json({"file": str(arguments.out / name), "rows": rows})
        else:
            sys.stdout.write(f"{arguments.out / name}  {rows:,}\n")
    return 0


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
