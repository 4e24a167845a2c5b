"""Export formats: one file each, called as the format is, with a ``name``, ``tells`` (a line of help), ``write``.

``write(conn, out, only=WHOLE)`` writes the record, or what is Chosen of it, to ``out``, and returns what it has
Written. ``of``: the kinds of things ("article", "claim", "story") that it can be of, besides the whole record. Raises
OSError where it cannot be written, and UsageError where the format cannot be of what is chosen.
"""

from __future__ import annotations

import pkgutil
from pathlib import Path
from types import ModuleType


def names() -> tuple[str, ...]:
    """The formats there are, by name; nothing is loaded for it."""
    return tuple(sorted(one.name for one in pkgutil.iter_modules([str(Path(__file__).parent)])))


def format_named(name: str) -> ModuleType:
    """The format of that name; KeyError where there is none."""
    if name not in names():
        raise KeyError(name)
    module = pkgutil.resolve_name(f"{__name__}.{name}")
    assert isinstance(module, ModuleType)
    return module
