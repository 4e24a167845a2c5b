"""An edit as it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

RunKind: TypeAlias = Literal["same", "removed", "added"]
ChangeKind: TypeAlias = Literal[
    "kept",
    "added",
    "removed",
    "reworded",
    "softened",
    "hardened",
    "turned",
    "reattributed",
    "figure",
]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stayed, went or came."""

    kind: RunKind
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph in runs: "same" and "removed" make it up in the version before, "same" and "added" in the later."""

    runs: tuple[Run, ...]

    @property
    def changed(self) -> bool:
        """True where something in it came or went."""
        return any(run.kind != "same" for run in self.runs)


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a statement, and ``why`` that is said, in words; ids of the statement before and after."""

    kind: ChangeKind
    why: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """The step from the article ``before`` to its later version ``article`` (ids). ``headline``: (before, after)."""

    article: str
    before: str
    headline: tuple[str, str] | None
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]

    @property
    def counted(self) -> tuple[int, int]:
        """Words of the text that were added and removed."""
        runs = [run for line in self.lines for run in line.runs]
        return tuple(  # type: ignore[return-value]
            sum(len(run.text.split()) for run in runs if run.kind == kind) for kind in ("added", "removed")
        )
