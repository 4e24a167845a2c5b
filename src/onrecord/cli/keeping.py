"""export and check."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from onrecord.cli.ids import article_id, claim_id, story_id
from onrecord.cli.screen import complain, plural, show_json
from onrecord.errors import UsageError
from onrecord.pipeline.verify import verify
from onrecord.publish.addresses import Addresses, outside
from onrecord.publish.chosen import Chosen
from onrecord.publish.formats import format_named
from onrecord.store.opening import open_record


def export(arguments: argparse.Namespace) -> int:
    """Writes the record in another format."""
    with closing(open_record(arguments.record, readonly=True)) as conn:
        wanted = Chosen(
            tuple(article_id(conn, one) for one in arguments.article),
            tuple(claim_id(conn, one) for one in arguments.claim),
            tuple(story_id(conn, one) for one in arguments.story),
            _site(arguments.site),
        )
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


def _site(address: str | None) -> Addresses | None:
    """Where the pages of a published site are."""
    if address is None:
        return None
    if outside(address) is None:
        raise UsageError(f"{address} is no address of a site: give one that begins with https:// or http://")
    return Addresses(root=address.rstrip("/") + "/", files=True, archives=frozenset())


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
