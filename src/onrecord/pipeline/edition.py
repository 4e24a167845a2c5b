"""Names the rules in force: what was made by other rules is made again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from onrecord.config import Config
from onrecord.model import content_id

_READING = (
    "model",
    "text",
    "knowledge",
    "read",
    "articles",
    "statements",
    "claims/sense.py",
    "pipeline/take_in.py",
    "pipeline/keepable.py",
)
_SETTLING = (
    "model",
    "text",
    "knowledge",
    "parties",
    "origins",
    "claims",
    "judging",
    "stories",
    "edits",
    "pipeline/settle.py",
    "pipeline/settle_story.py",
    "pipeline/settle_batch.py",
    "pipeline/settle_copies.py",
    "pipeline/settle_blocks.py",
    "pipeline/settle_told.py",
    "pipeline/settle_judged.py",
)


def reading_edition(config: Config) -> str:
    """Changes with any rule or table that a reading comes from, and with the settings of the run."""
    settings = (config.as_of or "", str(config.body), str(config.max_page_bytes), str(config.max_text_characters))
    return content_id("reading", _digest(_READING), *settings)


def settling_edition() -> str:
    """Changes with any rule or table that the tallies come from."""
    return content_id("settling", _digest(_SETTLING))


@cache
def _digest(parts: tuple[str, ...]) -> str:
    root = files("onrecord")
    held = (one for part in parts for one in _files(root.joinpath(part)))
    return content_id(*(f"{one.name} {content_id(one.read_bytes().hex())}" for one in held))


def _files(at: Traversable) -> Iterator[Traversable]:
    if at.is_dir():
        for inner in sorted(at.iterdir(), key=lambda one: one.name):
            yield from _files(inner)
    elif at.is_file() and at.name.endswith((".py", ".tsv", ".json", ".npz")):
        yield at
