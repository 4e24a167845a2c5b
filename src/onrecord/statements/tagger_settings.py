"""What was set on development data when the network was trained: from where on it is believed, and how sure it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from onrecord.statements.tagger_decode import Bounds

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """``sureness``: points (what the network gives, share of such that were right), rising, from 0 to 1."""

    bounds: Bounds
    sureness: Points = ((0.0, 0.0), (1.0, 1.0))

    def share_right(self, given: float) -> float:
        """How likely an attribution is right, by those of the development data with the same sureness."""
        for (low, under), (high, over) in pairwise(self.sureness):
            if given <= high:
                part = (given - low) / (high - low) if high > low else 1.0
                return round(under + max(0.0, part) * (over - under), 3)
        return self.sureness[-1][1]


@cache
def settings() -> Settings:
    """Those that belong to the shipped network."""
    held = files("onrecord.knowledge") / "weights" / "statement_tagger.json"
    return read_settings(json.loads(held.read_text(encoding="utf-8")))


def read_settings(row: dict[str, object]) -> Settings:
    """Settings from their JSON: ``{"bounds": {name: number}, "sureness": [[given, right], ...]}``."""
    bounds, points = row["bounds"], row["sureness"]
    assert isinstance(bounds, dict)
    assert isinstance(points, list)
    return Settings(Bounds(**bounds), tuple((float(given), float(right)) for given, right in points))
