"""What every command's arguments are made of: its name and example, the record, JSON, a day."""

from __future__ import annotations

import argparse
import os
import re
from datetime import date
from pathlib import Path
from typing import NoReturn, TypeAlias

SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
Commands: TypeAlias = "argparse._SubParsersAction[OneLine]"


class OneLine(argparse.ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        """Ends with exit code 2."""
        self.exit(2, f"onrecord: {' '.join(message.split())}; see: {self.prog} --help\n")


def command(commands: Commands, name: str, function: str, does: str) -> argparse.ArgumentParser:
    """A command that ``function`` carries out, as "module:function" below ``onrecord.cli``."""
    one: argparse.ArgumentParser = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    one.set_defaults(command=f"onrecord.cli.{function}")
    return one


def example(command: argparse.ArgumentParser, line: str) -> None:
    """Gives a command the line that its help ends with."""
    command.epilog = f"example: {line}"


def record(command: argparse.ArgumentParser) -> None:
    """Adds ``--record``."""
    chosen = Path(os.environ.get("ONRECORD_RECORD") or "onrecord.db")
    told = "the record (default: $ONRECORD_RECORD, else onrecord.db in this folder)"
    command.add_argument("--record", type=Path, default=chosen, metavar="FILE", help=told)


def json_lines(command: argparse.ArgumentParser) -> None:
    """Adds ``--json``."""
    command.add_argument("--json", action="store_true", help="one JSON object a line on standard output, nothing else")


def day(value: str) -> str:
    """A day as YYYY-MM-DD. Raises ArgumentTypeError."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{value!r} is no day: write it as 2026-03-14") from error


def some(value: str) -> str:
    """Anything but nothing. Raises ArgumentTypeError."""
    if not value.strip():
        raise argparse.ArgumentTypeError("it is empty: write at least a word or a first letter")
    return value


def allow_private(command: argparse.ArgumentParser) -> None:
    """Adds ``--allow-private``."""
    chosen = re.split(r"[,\s]+", os.environ.get("ONRECORD_ALLOW_PRIVATE", ""))
    told = "a host that may be fetched though its address is private (default: $ONRECORD_ALLOW_PRIVATE, else none)"
    default = [one for one in chosen if one]
    command.add_argument("--allow-private", action="append", default=default, metavar="HOST", help=told)


def duration(value: str) -> float:
    """Seconds of a time written as 10m, 2h or 1d. Raises ArgumentTypeError."""
    found = re.fullmatch(r"([1-9][0-9]{0,4})([smhd])", value.strip().lower())
    seconds = int(found[1]) * SECONDS[found[2]] if found else 0
    if not 60 <= seconds <= 30 * SECONDS["d"]:
        raise argparse.ArgumentTypeError(f"{value!r} is no time from 1m to 30d: write it as 10m, 2h or 1d")
    return float(seconds)
