"""serve."""

from __future__ import annotations

import argparse

from onrecord.store.opening import open_record
from onrecord.web.serving import serve as serve_desk


def serve(arguments: argparse.Namespace) -> int:
    """The desk."""
    open_record(arguments.record, readonly=True).close()
    serve_desk(arguments.record, arguments.host, arguments.port)
    return 0
