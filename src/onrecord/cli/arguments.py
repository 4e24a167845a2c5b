"""What can be typed: commands, their arguments, and an example of each."""

from __future__ import annotations

import argparse
import os
import re
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn, TypeAlias, get_args

from onrecord.model import Status
from onrecord.publish import formats

INPUTS = "a file (page, feed, mail, PDF, corpus, archive; or .gz), a folder, an http(s) address, or - (standard input)"
DELAY = "at least so many seconds between two requests to a host (default 1, which is the least)"
SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
Commands: TypeAlias = "argparse._SubParsersAction[OneLine]"


class OneLine(argparse.ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        """Ends with exit code 2."""
        self.exit(2, f"onrecord: {' '.join(message.split())}; see: {self.prog} --help\n")


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
    _looking(commands)
    _keeping(commands)
    _serving(commands)
    return whole


def _reading(commands: Commands) -> None:
    read = _command(
        commands, "read", "reading:read", "shows what is in pages: article, furniture, statements; keeps nothing"
    )
    _example(read, "onrecord read page.html --json")
    add = _command(
        commands, "add", "reading:add", "reads pages and keeps them in the record, then settles who stands where"
    )
    _example(add, "onrecord add pages/ --record onrecord.db")
    for one in (read, add):
        one.add_argument("inputs", nargs="+", metavar="INPUT", help=INPUTS)
        one.add_argument("--as-of", type=_day, metavar="DATE", help="the day the pages were looked at, YYYY-MM-DD")
        one.add_argument("--body", action="store_true", help="each input is an article's own text, kept to the letter")
        _allow_private(one)
        _json(one)
    _record(add)


def _fetching(commands: Commands) -> None:
    follow = _command(commands, "follow", "fetching:follow", "watches a feed, a sitemap, or a page for edits")
    follow.add_argument("url", type=_some, metavar="URL", help="its http(s) address")
    follow.add_argument("--page", action="store_true", help="an article: watch it for edits, whatever feed it names")
    _example(follow, "onrecord follow https://news.example/feed.xml")
    unfollow = _command(commands, "unfollow", "fetching:unfollow", "watches it no more; what was kept stays kept")
    unfollow.add_argument("url", type=_some, metavar="URL", help="its address as it was followed")
    _example(unfollow, "onrecord unfollow https://news.example/feed.xml")
    following = _command(commands, "following", "fetching:following", "what is watched, and when it is fetched next")
    _example(following, "onrecord following --json")
    fetch = _command(
        commands, "fetch", "fetching:fetch", "fetches what is due: followed addresses, new articles, articles again"
    )
    fetch.add_argument("--every", type=_duration, metavar="TIME", help="again and again until interrupted: 10m, 2h, 1d")
    _example(fetch, "onrecord fetch --every 10m")
    for one in (follow, fetch):
        one.add_argument("--delay", type=_delay, default=1.0, metavar="SECONDS", help=DELAY)
        _allow_private(one)
    for one in (follow, unfollow, following, fetch):
        _record(one)
        _json(one)


def _looking(commands: Commands) -> None:
    claims = _command(commands, "claims", "looking:claims", "every claim and its status")
    claims.add_argument("--status", choices=get_args(Status), help="only claims of this status")
    _example(claims, "onrecord claims --status contested")
    claim = _command(
        commands, "claim", "looking:claim", "one claim: who stands where on it, since when, in which words"
    )
    claim.add_argument("id", type=_some, metavar="ID", help="its id, or the beginning of it")
    _example(claim, "onrecord claim 3f9a")
    _example(_command(commands, "stories", "looking:stories", "every story, hottest first"), "onrecord stories")
    story = _command(commands, "story", "looking:story", "one story: its articles and claims")
    story.add_argument("id", type=_some, metavar="ID", help="its id, or the beginning of it")
    _example(story, "onrecord story 71c0")
    who = _command(commands, "who", "looking:who", "everything a speaker or a party is on record with")
    who.add_argument("name", nargs="+", type=_some, metavar="NAME", help="a name, or part of one")
    _example(who, "onrecord who Ada Moreau")
    edits = _command(
        commands, "edits", "edited:edits", "what changed between versions: words, and what was said by whom"
    )
    edits.add_argument(
        "id", nargs="?", type=_some, metavar="ARTICLE_ID", help="one article, with every word that changed"
    )
    _example(edits, "onrecord edits 9c2d")
    search = _command(commands, "search", "looking:search", "articles and statements that have all the words")
    search.add_argument("words", nargs="+", metavar="WORDS", help='words; "several words" as a phrase')
    search.add_argument("--limit", type=_count, default=20, metavar="N", help="at most so many of each (default 20)")
    search.add_argument("--newest", action="store_true", help="the last to arrive first, not the best")
    _example(search, "onrecord search ferry overloaded")
    for one in (claims, claim, commands.choices["stories"], story, who, edits, search):
        _record(one)
        _json(one)


def _keeping(commands: Commands) -> None:
    export = _command(commands, "export", "keeping:export", "writes the record in another format")
    export.add_argument(
        "format",
        choices=formats.names(),
        metavar="FORMAT",
        help="jsonl: a folder of tables; warc: the pages' own bytes",
    )
    export.add_argument(
        "--article",
        action="append",
        default=[],
        type=_some,
        metavar="ID",
        help="only this article (warc); may be repeated",
    )
    export.add_argument("-o", "--out", required=True, type=Path, metavar="PATH", help="where to: a folder, a file")
    _example(export, "onrecord export jsonl -o out/")
    check = _command(commands, "check", "keeping:check", "verifies the record: hashes, offsets, references, a recount")
    _example(check, "onrecord check --record onrecord.db")
    publish = _command(commands, "publish", "serving:publish", "the record as static files, for readers")
    publish.add_argument("folder", type=Path, metavar="DIR", help="where to; made where it is missing")
    _example(publish, "onrecord publish site/")
    for one in (export, check, publish):
        _record(one)
        _json(one)


def _serving(commands: Commands) -> None:
    serve = _command(commands, "serve", "serving:serve", "the desk: the record in a browser")
    _record(serve)
    _example(serve, "onrecord serve --port 8000")
    demo = _command(
        commands, "demo", "demo:demo", "reads a sample newsroom into a fresh record and opens the desk on it"
    )
    demo.add_argument(
        "--record", type=Path, metavar="FILE", help="where the fresh record goes (default: a new temporary folder)"
    )
    demo.add_argument("--no-serve", action="store_true", help="stop before the desk")
    _example(demo, "onrecord demo --no-serve")
    for one in (serve, demo):
        one.add_argument(
            "--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1: this machine only)"
        )
        one.add_argument("--port", type=_port, default=8000, help="port to listen on (default 8000)")


def _command(commands: Commands, name: str, function: str, does: str) -> argparse.ArgumentParser:
    one: argparse.ArgumentParser = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    one.set_defaults(command=f"onrecord.cli.{function}")
    return one


def _example(command: argparse.ArgumentParser, line: str) -> None:
    command.epilog = f"example: {line}"


def _record(command: argparse.ArgumentParser) -> None:
    chosen = Path(os.environ.get("ONRECORD_RECORD") or "onrecord.db")
    told = "the record (default: $ONRECORD_RECORD, else onrecord.db in this folder)"
    command.add_argument("--record", type=Path, default=chosen, metavar="FILE", help=told)


def _allow_private(command: argparse.ArgumentParser) -> None:
    chosen = re.split(r"[,\s]+", os.environ.get("ONRECORD_ALLOW_PRIVATE", ""))
    told = "a host that may be fetched though its address is private (default: $ONRECORD_ALLOW_PRIVATE, else none)"
    default = [one for one in chosen if one]
    command.add_argument("--allow-private", action="append", default=default, metavar="HOST", help=told)


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="one JSON object a line on standard output, nothing else")


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{value!r} is no day: write it as 2026-03-14") from error


def _duration(value: str) -> float:
    found = re.fullmatch(r"([1-9][0-9]{0,4})([smhd])", value.strip().lower())
    seconds = int(found[1]) * SECONDS[found[2]] if found else 0
    if not 60 <= seconds <= 30 * SECONDS["d"]:
        raise argparse.ArgumentTypeError(f"{value!r} is no time from 1m to 30d: write it as 10m, 2h or 1d")
    return float(seconds)


def _delay(value: str) -> float:
    if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,3})?", value) or not 1 <= float(value) <= 600:
        raise argparse.ArgumentTypeError(f"{value!r} is no number of seconds from 1 to 600")
    return float(value)


def _some(value: str) -> str:
    if not value.strip():
        raise argparse.ArgumentTypeError("it is empty: give at least its first letters")
    return value


def _count(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 10_000:
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 1 to 10000")
    return int(value)


def _port(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 65_535:
        raise argparse.ArgumentTypeError(f"{value!r} is no port: give a number from 1 to 65535")
    return int(value)
