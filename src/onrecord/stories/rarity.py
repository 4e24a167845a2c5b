"""How rare a stem is in news at large, by counts that come with the package: the same whatever a record holds."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def shipped() -> tuple[Mapping[str, float], float]:
    """{stem: smoothed logarithm of how few texts hold it}, 1.0 for one in all of them; and what any other weighs."""
    row = json.loads(files("onrecord.knowledge").joinpath("weights", "word_rarity.json").read_text(encoding="utf-8"))
    size = row["documents"]
    held = ((int(count), stem) for count, stems in row["held"].items() for stem in stems.split())
    return {stem: math.log((1 + size) / (1 + count)) + 1.0 for count, stem in held}, math.log(1 + size) + 1.0
