"""Export formats: one file each, with a ``name`` and ``write(conn, out)``."""

from __future__ import annotations

from types import ModuleType

from onrecord.publish.formats import jsonl

FORMATS: tuple[ModuleType, ...] = (jsonl,)


def names() -> tuple[str, ...]:
    """The formats there are, by name."""
    return tuple(str(one.name) for one in FORMATS)


def format_named(name: str) -> ModuleType:
    """The format of that name; KeyError where there is none."""
    return {str(one.name): one for one in FORMATS}[name]
