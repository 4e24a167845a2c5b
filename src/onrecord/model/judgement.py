"""What people decided, as the stages take it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ties:
    """Which statements a person holds to speak to one claim, by statement id.

    ``together``: each a set of statements of one claim; ``apart``: two statements that are not of one claim; ``alone``:
    statements that are of no claim.
    """

    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    alone: frozenset[str] = frozenset()
