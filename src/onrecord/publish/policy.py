"""Which texts of others a publisher wants to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Bodies: TypeAlias = Literal["none", "licensed", "all"]


@dataclass(frozen=True, slots=True)
class Policy:
    """Which texts a site shows. ``own``: outlets whose texts are the publisher's; ``commercial``: what the site is."""

    bodies: Bodies = "licensed"
    own: frozenset[str] = frozenset()
    commercial: bool = True


LICENSED = Policy()
