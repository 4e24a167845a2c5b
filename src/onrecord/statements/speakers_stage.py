"""What is known when a source is read: the scene, and who has spoken before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model import Speaker
from onrecord.statements.speakers_party import Scene


@dataclass(frozen=True, slots=True)
class Said:
    """A source already read: where it stands, who it is, and the person or body behind it."""

    at: int
    speaker: Speaker
    person: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """The article's scene and who has spoken so far, in the order of the text."""

    scene: Scene
    history: list[Said] = field(default_factory=list)
    parties: dict[str, str] = field(default_factory=dict)
