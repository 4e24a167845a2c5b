"""publish."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from dataclasses import asdict

from onrecord.cli.progress import Bar
from onrecord.cli.screen import complain, plural, show_json
from onrecord.errors import UsageError
from onrecord.publish.policy import Policy
from onrecord.publish.site import Published, SiteOptions
from onrecord.publish.site import publish as publish_site
from onrecord.store.opening import open_record


def publish(arguments: argparse.Namespace) -> int:
    """The reader's site."""
    made = _published(arguments, SiteOptions(arguments.address, arguments.title, policy(arguments)))
    if not arguments.address:
        complain("no feeds, no sitemap: they have to know where the site will be; give its --address")
    if arguments.json:
        show_json({"file": str(arguments.folder / "index.html"), **asdict(made)})
    else:
        files = f"{made.written:,} files written, {made.same:,} as they were, {made.removed:,} removed"
        sys.stdout.write(
            f"{plural(made.pages, 'page')}, beginning with {arguments.folder / 'index.html'}\n{files}\n"
            f"with its text: {plural(made.texts, 'article')}; of the others an extract and a link\n"
        )
    return 0


def policy(arguments: argparse.Namespace) -> Policy:
    """Which texts the site shows."""
    if arguments.bodies == "all":
        complain("--bodies all shows every text and every archived page: that is for texts that are all your own")
    own = frozenset(name.casefold() for name in arguments.own)
    return Policy(arguments.bodies, own, commercial=not arguments.not_commercial)


def _published(arguments: argparse.Namespace, options: SiteOptions) -> Published:
    with closing(open_record(arguments.record, readonly=True)) as conn, Bar(None) as bar:
        try:
            return publish_site(conn, arguments.folder, options=options, told=bar.step)
        except OSError as error:
            raise UsageError(f"{arguments.folder} cannot be written: {error.strerror or error}") from error
