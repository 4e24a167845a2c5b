"""demo: a sample newsroom read into a fresh record, what was found in five lines, and the desk on it."""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
import threading
import webbrowser
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from onrecord.cli.reading import added
from onrecord.cli.screen import line, plural
from onrecord.cli.serving import greeting
from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.model import Claim
from onrecord.publish.sample import MISSING, sample_pages
from onrecord.store import articles, claims, copies, rejected, statements, stories
from onrecord.store.opening import open_record
from onrecord.web.serving import serve

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")
_FOR, _AGAINST = ("asserts", "suggests"), ("denies", "doubts", "no_evidence")


def demo(arguments: argparse.Namespace) -> int:
    """Reads the sample and opens the desk."""
    pages, record = _sample(), _fresh(arguments.record)
    with closing(open_record(record)) as conn:
        for _ in added(conn, [str(pages)], Config(record=record), tell_refusals=False):
            pass
        for finding in findings(conn):
            line(finding)
    line(f"the record: {record}")
    if not arguments.no_serve:
        for one in greeting(f"http://{arguments.host}:{arguments.port}"):
            line(one)
        sys.stdout.flush()
        _open_browser(f"http://{arguments.host}:{arguments.port}")
        serve(record, arguments.host, arguments.port)
    return 0


def findings(conn: sqlite3.Connection) -> list[str]:
    """What a record holds, in five lines."""
    every, told = claims.claims(conn), stories.stories(conn)
    held = articles.listed(conn)
    outlets = {one.outlet for one in held if one.outlet}
    repeated = {one.article for one in copies.copies(conn) if one.relation in ("copy", "rewrite")}
    status = Counter(one.status for one in every)
    counts = ", ".join(f"{times} {name}" for name, times in status.most_common()) or "none"
    spoken = plural(len(statements.speakers(conn)), "speaker")
    refused = sum(rejected.counts(conn).values())
    return [
        f"{plural(len(held), 'article')} of {plural(len(outlets), 'outlet')}; {refused} pages and feed entries "
        "refused, each with a reason",
        f"{plural(statements.counted(conn), 'statement')} by {spoken}, every one a span of its article",
        f"{plural(len(repeated), 'copy')} of other articles, {plural(len(copies.versions(conn)), 'later version')}: "
        "none of them is a second source",
        f"{plural(len(every), 'claim')} in {plural(len(told), 'story')}: {counts}",
        _dispute(every),
    ]


def _dispute(every: Sequence[Claim]) -> str:
    """The contested claim that most parties have a position on."""
    contested = [one for one in every if one.status == "contested"]
    if not contested:
        return "in dispute: nothing"
    claim = max(contested, key=lambda one: len({at.party for at in one.positions}))
    stand = {at.party: at.stance for at in claim.positions}
    sides = [_named([party for party, stance in stand.items() if stance in side]) for side in (_FOR, _AGAINST)]
    return f"in dispute: “{claim.wording}” ({sides[0]} for it, {sides[1]} against)"


def _named(parties: Sequence[str]) -> str:
    """Three names and how many more; nobody where there is none."""
    more = f" and {len(parties) - 3} more" if len(parties) > 3 else ""
    return f"{', '.join(parties[:3])}{more}" or "nobody"


def _sample() -> Path:
    """The pages of the sample newsroom."""
    pages = sample_pages()
    if pages is None:
        raise UsageError(MISSING)
    return pages


def _fresh(record: Path | None) -> Path:
    if record is None:
        return Path(tempfile.mkdtemp(prefix="onrecord-demo-")) / "onrecord.db"
    if record.exists():
        raise UsageError(f"{record} is there already and the demo wants a fresh record; give another --record")
    return record


def _open_browser(address: str) -> None:
    if sys.platform in ("darwin", "win32") or any(os.environ.get(one) for one in DISPLAYS):
        # A moment later, when the desk answers.
        threading.Timer(1.0, webbrowser.open, (address,)).start()
