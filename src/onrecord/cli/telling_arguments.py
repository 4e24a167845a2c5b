"""watch, unwatch, watching, changes, tell: their arguments."""

from __future__ import annotations

import argparse
import os

from onrecord.cli.parsing import Commands, allow_private, command, day, duration, example, json_lines, record, some
from onrecord.model import WATCH_KINDS

KEY = "a claim's or story's id or the beginning of it, a party's or speaker's name, or words in quotes"


def telling(commands: Commands) -> None:
    """The commands of being told."""
    watch = command(commands, "watch", "telling:watch", "watches a claim, party, story or search: see what changes")
    watch.add_argument("--mail", metavar="ADDRESS", help="tell it in the digest that goes to this address")
    watch.add_argument("--hook", metavar="URL", help="tell it by a signed webhook to this address")
    allow_private(watch)
    example(watch, "onrecord watch search 'ferry overloaded' --mail desk@example.org")
    unwatch = command(commands, "unwatch", "telling:unwatch", "watches it no more")
    example(unwatch, "onrecord unwatch claim 3f9a")
    for one in (watch, unwatch):
        one.add_argument("kind", choices=WATCH_KINDS, metavar="KIND", help=", ".join(WATCH_KINDS))
        one.add_argument("key", type=some, metavar="KEY", help=KEY)
    watching = command(commands, "watching", "telling:watching", "what you watch, and how much of it is new")
    example(watching, "onrecord watching")
    changes = command(commands, "changes", "telling:changes", "what changed in the record, oldest first, and why")
    changes.add_argument("--since", type=day, metavar="DATE", help="noted on this day or later, YYYY-MM-DD")
    changes.add_argument("--rules", action="store_true", help="also what only other rules changed")
    example(changes, "onrecord changes --since 2026-03-14")
    for one in (watch, unwatch, watching):
        told = "whose watches (default: $ONRECORD_REVIEWER, else your name on this machine)"
        one.add_argument("--by", metavar="NAME", default=os.environ.get("ONRECORD_REVIEWER"), help=told)
    tell = command(commands, "tell", "telling:tell", "delivers what is due: webhooks, and digests by mail")
    _tell(tell)
    for one in (watch, unwatch, watching, changes, tell):
        record(one)
        json_lines(one)


def _tell(tell: argparse.ArgumentParser) -> None:
    named = (
        "the address of the desk, for links in what is sent (default: $ONRECORD_ADDRESS, else http://127.0.0.1:8000)"
    )
    tell.add_argument("--every", type=duration, metavar="TIME", help="again and again until interrupted: 10m, 2h, 1d")
    tell.add_argument("--dry-run", action="store_true", help="says what is due and sends nothing")
    tell.add_argument("--mail-to", metavar="ADDRESS", help="mails what is watched without an address of its own")
    tell.add_argument("--out", metavar="DIR", help="writes mails into this folder as .eml and sends none")
    tell.add_argument(
        "--from", dest="sender", metavar="ADDRESS", help="from whom mails are (default: $ONRECORD_MAIL_FROM)"
    )
    tell.add_argument("--address", metavar="URL", default=os.environ.get("ONRECORD_ADDRESS"), help=named)
    allow_private(tell)
    example(tell, "onrecord tell --every 10m")
