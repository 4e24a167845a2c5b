"""doctor: is everything here that is needed, and is the record well?"""

from __future__ import annotations

import argparse
from dataclasses import asdict

from onrecord.cli.screen import Column, show_json, show_table
from onrecord.pipeline.doctor import Finding, examine

WORDS = {"good": "good", "look": "have a look", "bad": "not good"}


def doctor(arguments: argparse.Namespace) -> int:
    """Shows what was found; 1 where something is not good."""
    found = list(examine(arguments.record))
    if arguments.json:
        for one in found:
            show_json(asdict(one))
    else:
        columns = [Column("looked at"), Column("it is"), Column("found", wraps=True)]
        show_table(columns, [(one.about, WORDS[one.health], _told(one)) for one in found])
    return 1 if any(one.health == "bad" for one in found) else 0


def _told(one: Finding) -> str:
    return f"{one.told}. To do: {one.remedy}" if one.remedy else one.told
