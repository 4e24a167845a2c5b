"""What is known when a source is read: the scene, and who has spoken before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model import Span, Speaker
from onrecord.statements.speakers_party import Scene

REACH = 1_500  # characters: what a pronoun means stands no farther off


@dataclass(frozen=True, slots=True)
class Said:
    """A source already read: where it stands, who it is, in which ``way`` that was found, and who is behind it.

    ``speaker`` is who it is for all that is known: how sure that is, is judged by its way (speakers_certainty).
    """

    at: int
    way: str
    speaker: Speaker
    person: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """The article's scene, where the contents of its statements stand, and who has spoken so far, in order."""

    scene: Scene
    contents: tuple[Span, ...] = ()
    history: list[Said] = field(default_factory=list)
    parties: dict[str, str] = field(default_factory=dict)


def unclear(at: int, why: str) -> Said:
    """A source that could be several, or of whom nothing is known: nobody, and why."""
    return Said(at, "unclear", Speaker(None, None, None, why))


def paragraph_of(text: str, at: int) -> tuple[int, int]:
    """Where the paragraph around a place begins, and the one before it; no farther off than ``REACH``."""
    floor = max(text.rfind("\n", 0, at) + 1, at - REACH)
    return floor, max(text.rfind("\n", 0, max(0, floor - 2)) + 1, floor - REACH)
