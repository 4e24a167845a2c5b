"""Tells by its words whether a line heads a block of furniture, and which kind of block."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.knowledge.tables import table
from onrecord.model import FurnitureKind

LONGEST = 60
EDGES = re.compile(r"^[\W_]+|[\W_]+$")
STRAIGHT = str.maketrans("’‘", "''")


@cache
def _kinds() -> dict[str, FurnitureKind]:
    rows = [row for row in table("furniture") if "**" not in row["heading"]]
    return {row["heading"]: _kind(row["kind"]) for row in rows}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], FurnitureKind], ...]:
    rows = [row for row in table("furniture") if "**" in row["heading"]]
    return tuple(
        (re.compile(re.escape(row["heading"]).replace(r"\*\*", r"\S.{0,30}")), _kind(row["kind"])) for row in rows
    )


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple({row["heading"].split("**")[0] for row in table("furniture") if "**" in row["heading"]})


def _kind(word: str) -> FurnitureKind:
    kinds: dict[str, FurnitureKind] = {
        "hot": "hot",
        "topics": "topics",
        "related": "related",
        "most_read": "most_read",
        "newsletter": "newsletter",
    }
    return kinds.get(word, "other")


def kind_of(line: str) -> FurnitureKind | None:
    """The kind of block that a line heads, None where it heads none."""
    return None if len(line) > LONGEST or line.endswith((".", "?", ",", ";")) else _kind_of(line)


@lru_cache(maxsize=4096)
def _kind_of(line: str) -> FurnitureKind | None:
    plain = EDGES.sub("", line.translate(STRAIGHT).lower())
    found = _kinds().get(plain)
    if found or len(plain.split()) > 6 or not plain.startswith(_beginnings()):
        return found
    return next((kind for pattern, kind in _patterns() if pattern.fullmatch(plain)), None)
