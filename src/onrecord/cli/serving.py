"""serve, publish and mcp."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from onrecord.cli.screen import plural, show_json
from onrecord.errors import UsageError
from onrecord.publish.site import publish as publish_site
from onrecord.store.opening import open_record
from onrecord.web.mcp import answers
from onrecord.web.serving import serve as serve_desk


def serve(arguments: argparse.Namespace) -> int:
    """The desk."""
    open_record(arguments.record, readonly=True).close()
    serve_desk(arguments.record, arguments.host, arguments.port)
    return 0


def publish(arguments: argparse.Namespace) -> int:
    """The reader's site."""
    with closing(open_record(arguments.record, readonly=True)) as conn:
        try:
            pages = publish_site(conn, arguments.folder)
        except OSError as error:
            raise UsageError(f"{arguments.folder} cannot be written: {error.strerror or error}") from error
    if arguments.json:
        show_json({"file": str(arguments.folder / "index.html"), "pages": pages})
    else:
        sys.stdout.write(f"{plural(pages, 'page')}, beginning with {arguments.folder / 'index.html'}\n")
    return 0


def mcp(arguments: argparse.Namespace) -> int:
    """The record for assistants, over standard input and output."""
    for answer in answers(sys.stdin.buffer, arguments.record):
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
    return 0
