"""A name that was heard, and whose it is."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

NameKind: TypeAlias = Literal["person", "body", "party"]


class KnownName(NamedTuple):
    """Whoever bears the name, for whom that one speaks most often, in how many statements; ``key`` puts it in order."""

    name: str
    kind: NameKind
    party: str | None
    statements: int
    key: str
