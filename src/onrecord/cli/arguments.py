"""What can be typed: commands, their arguments, and an example of each."""

from __future__ import annotations

import argparse
import re
from importlib.metadata import version
from pathlib import Path
from typing import get_args

from onrecord.cli.parsing import (
    Commands,
    OneLine,
    allow_private,
    command,
    day,
    duration,
    example,
    json_lines,
    record,
    some,
)
from onrecord.cli.people_arguments import people, serve_options
from onrecord.cli.publishing_arguments import publishing
from onrecord.cli.review_arguments import review
from onrecord.cli.telling_arguments import telling
from onrecord.model import Stance, Status
from onrecord.publish import formats

INPUTS = "a file (page, feed, mail, PDF, corpus, archive; or .gz), a folder, an http(s) address, or - (standard input)"
DELAY = "at least so many seconds between two requests to a host (default 1, which is the least)"


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    whole = OneLine(
        prog="onrecord",
        description="Reads the news and keeps the record: who said what, when, how sure they were, who backs it up.",
        epilog="start with: onrecord demo",
    )
    whole.add_argument("--version", action="version", version=f"onrecord {version('onrecord')}")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _reading(commands)
    _fetching(commands)
    _asking(commands)
    _looking(commands)
    _searching(commands)
    review(commands)
    people(commands)
    telling(commands)
    _keeping(commands)
    publishing(commands)
    _serving(commands)
    return whole


def _reading(commands: Commands) -> None:
    read = command(
        commands, "read", "reading:read", "shows what is in pages: article, furniture, statements; keeps nothing"
    )
    example(read, "onrecord read page.html --json")
    add = command(
        commands, "add", "reading:add", "reads pages and keeps them in the record, then settles who stands where"
    )
    example(add, "onrecord add pages/ --record onrecord.db")
    for one in (read, add):
        one.add_argument("inputs", nargs="+", metavar="INPUT", help=INPUTS)
        one.add_argument("--as-of", type=day, metavar="DATE", help="the day the pages were looked at, YYYY-MM-DD")
        one.add_argument("--body", action="store_true", help="each input is an article's own text, kept to the letter")
        allow_private(one)
        json_lines(one)
    record(add)


def _asking(commands: Commands) -> None:
    asked = command(
        commands, "positions", "positions:positions", "a claim in your words: who stands where on it, in which words"
    )
    asked.add_argument("claim", type=some, metavar="CLAIM", help="a sentence, in quotes")
    asked.add_argument("inputs", nargs="*", metavar="INPUT", help=f"instead of the record: {INPUTS}")
    asked.add_argument("--as-of", type=day, metavar="DATE", help="the day the inputs were looked at, YYYY-MM-DD")
    asked.add_argument("--body", action="store_true", help="each input is an article's own text, kept to the letter")
    example(asked, 'onrecord positions "the minister did not resign"')
    allow_private(asked)
    record(asked)
    json_lines(asked)


def _fetching(commands: Commands) -> None:
    follow = command(commands, "follow", "fetching:follow", "watches a feed, a sitemap, or a page for edits")
    follow.add_argument("url", type=some, metavar="URL", help="its http(s) address")
    follow.add_argument("--page", action="store_true", help="an article: watch it for edits, whatever feed it names")
    example(follow, "onrecord follow https://news.example/feed.xml")
    unfollow = command(commands, "unfollow", "fetching:unfollow", "watches it no more; what was kept stays kept")
    unfollow.add_argument("url", type=some, metavar="URL", help="its address as it was followed")
    example(unfollow, "onrecord unfollow https://news.example/feed.xml")
    following = command(commands, "following", "fetching:following", "what is watched, and when it is fetched next")
    example(following, "onrecord following --json")
    fetch = command(
        commands, "fetch", "fetching:fetch", "fetches what is due: followed addresses, new articles, articles again"
    )
    fetch.add_argument("--every", type=duration, metavar="TIME", help="again and again until interrupted: 10m, 2h, 1d")
    example(fetch, "onrecord fetch --every 10m")
    for one in (follow, fetch):
        one.add_argument("--delay", type=_delay, default=1.0, metavar="SECONDS", help=DELAY)
        allow_private(one)
    for one in (follow, unfollow, following, fetch):
        record(one)
        json_lines(one)


def _looking(commands: Commands) -> None:
    claims = command(commands, "claims", "looking:claims", "every claim and its status")
    claims.add_argument("--status", choices=get_args(Status), help="only claims of this status")
    example(claims, "onrecord claims --status contested")
    claim = command(commands, "claim", "looking:claim", "one claim: who stands where on it, since when, in which words")
    claim.add_argument("id", type=some, metavar="ID", help="its id, or the beginning of it")
    example(claim, "onrecord claim 3f9a")
    example(command(commands, "stories", "looking:stories", "every story, hottest first"), "onrecord stories")
    story = command(commands, "story", "looking:story", "one story: its articles and claims")
    story.add_argument("id", type=some, metavar="ID", help="its id, or the beginning of it")
    example(story, "onrecord story 71c0")
    who = command(commands, "who", "looking:who", "everything a speaker or a party is on record with")
    who.add_argument("name", nargs="+", type=some, metavar="NAME", help="a name, or part of one")
    example(who, "onrecord who Ada Moreau")
    edits = command(
        commands, "edits", "edited:edits", "what changed between versions: words, and what was said by whom"
    )
    edits.add_argument(
        "id", nargs="?", type=some, metavar="ARTICLE_ID", help="one article, with every word that changed"
    )
    example(edits, "onrecord edits 9c2d")
    for one in (claims, claim, commands.choices["stories"], story, who, edits):
        record(one)
        json_lines(one)


def _searching(commands: Commands) -> None:
    told = "articles and statements that have all the words, or the claims they speak to"
    search = command(commands, "search", "searching:search", told)
    search.add_argument("words", nargs="*", type=some, metavar="WORDS", help='words; "several words" as a phrase')
    search.add_argument("--speaker", type=some, metavar="NAME", help="only what this one said")
    search.add_argument("--party", type=some, metavar="NAME", help="only what was said for this party")
    search.add_argument("--stance", choices=get_args(Stance), help="only statements of this stance")
    search.add_argument("--outlet", type=some, metavar="NAME", help="only what this outlet carries")
    search.add_argument("--since", type=day, metavar="DATE", help="only what was said from this day on")
    search.add_argument("--until", type=day, metavar="DATE", help="only what was said up to this day")
    search.add_argument("--kind", choices=("claims", "statements", "articles"), help="only these")
    search.add_argument("--limit", type=_count, default=20, metavar="N", help="at most so many of each (default 20)")
    search.add_argument("--newest", action="store_true", help="the latest first, not the best")
    example(search, "onrecord search ferry overloaded --stance denies")
    record(search)
    json_lines(search)


def _keeping(commands: Commands) -> None:
    export = command(commands, "export", "keeping:export", "writes the record in another format")
    export.add_argument(
        "format",
        choices=formats.names(),
        metavar="FORMAT",
        help=f"one of {', '.join(formats.names())}",
    )
    for kind in ("article", "claim", "story"):
        told = f"only this {kind} and what hangs on it, where the format can; may be repeated"
        export.add_argument(f"--{kind}", action="append", default=[], type=some, metavar="ID", help=told)
    export.add_argument("--site", type=some, metavar="URL", help="where the published site is, for links to its pages")
    export.add_argument("-o", "--out", required=True, type=Path, metavar="PATH", help="where to: a folder, a file")
    example(export, "onrecord export jsonl -o out/")
    check = command(commands, "check", "keeping:check", "verifies the record: hashes, offsets, references, a recount")
    example(check, "onrecord check --record onrecord.db")
    doctor = command(
        commands, "doctor", "doctor:doctor", "looks whether all is here that is needed, and the record well"
    )
    example(doctor, "onrecord doctor --record onrecord.db")
    for one in (export, check, doctor):
        record(one)
        json_lines(one)


def _serving(commands: Commands) -> None:
    serve = command(commands, "serve", "serving:serve", "the desk: the record in a browser")
    record(serve)
    serve_options(serve)
    example(serve, "onrecord serve --port 8000")
    mcp = command(
        commands, "mcp", "serving:mcp", "the record for assistants: a Model Context Protocol server, read-only"
    )
    record(mcp)
    example(mcp, "onrecord mcp --record onrecord.db")
    demo = command(
        commands, "demo", "demo:demo", "reads a sample newsroom into a fresh record and opens the desk on it"
    )
    demo.add_argument(
        "--record", type=Path, metavar="FILE", help="where the fresh record goes (default: a new temporary folder)"
    )
    demo.add_argument("--no-serve", action="store_true", help="stop before the desk")
    example(demo, "onrecord demo --no-serve")
    for one in (serve, demo):
        one.add_argument(
            "--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1: this machine only)"
        )
        one.add_argument("--port", type=_port, default=8000, help="port to listen on (default 8000)")


def _delay(value: str) -> float:
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,3})?", value) or not 1 <= float(value) <= 600:
        raise argparse.ArgumentTypeError(f"{value!r} is no number of seconds from 1 to 600")
    return float(value)


def _count(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 10_000:
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 1 to 10000")
    return int(value)


def _port(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 65_535:
        raise argparse.ArgumentTypeError(f"{value!r} is no port: give a number from 1 to 65535")
    return int(value)
