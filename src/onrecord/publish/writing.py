"""What an export has written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Written(NamedTuple):
    """Files with how many rows or records each has, and a line for everything that had to be left out."""

    files: Mapping[Path, int]
    left_out: tuple[str, ...] = ()
