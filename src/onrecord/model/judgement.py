"""What people decided: as they gave it, and as the stages take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from onrecord.model.across import Copy
from onrecord.model.page import When
from onrecord.model.statement import Speaker, Statement
from onrecord.model.values import Span, Stance, Status

JudgementKind: TypeAlias = Literal[
    "merge",
    "split",
    "move",
    "confirm",
    "speaker",
    "stance",
    "day",
    "same_party",
    "other_party",
    "copy",
    "not_copy",
    "accept",
    "reject",
    "assess",
    "note",
    "undo",
    "redo",
]
Side: TypeAlias = Literal["this", "with", "from"]
Standing: TypeAlias = Literal["stands", "undone", "overruled", "no_subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A statement as it was when somebody decided on it, so that it is known again after its page is read anew.

    ``side``: "this" it is about; it belongs "with" these, or is taken "from" those.
    """

    id: str
    article: str
    spans: tuple[Span, ...]
    text: str
    side: Side = "this"


@dataclass(frozen=True, slots=True)
class Signed:
    """How a claim stood when somebody signed an assessment of it. ``positions``: (party, stance) at that time."""

    status: Status
    positions: tuple[tuple[str, Stance], ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision. ``id`` counts up; ``at``: UTC, ISO 8601.

    ``value`` by kind: the speaker's name (None: nobody is named), the stance, the day, the relation, letter and digit
    ("B2"), the text of a note, or the name that a party goes by. ``party``: whose word, or the other name; ``of``: the
    judgement that is undone or redone; ``articles``: the one that repeats and the one it repeats.
    """

    id: int
    kind: JudgementKind
    by: str
    at: str
    why: str
    value: str | None = None
    party: str | None = None
    role: str | None = None
    of: int | None = None
    subjects: tuple[Subject, ...] = ()
    articles: tuple[str, ...] = ()
    signed: Signed | None = None

    def on(self, side: Side) -> tuple[str, ...]:
        """The ids of its statements on one side."""
        return tuple(one.id for one in self.subjects if one.side == side)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a judgement, and in one line why. ``later``: the judgements whose word it gave way to."""

    standing: Standing
    why: str = ""
    later: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ties:
    """Which statements a person holds to speak to one claim, by statement id.

    ``together``: each a set of statements of one claim; ``apart``: two statements that are not of one claim; ``alone``:
    statements that are of no claim.
    """

    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    alone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of a statement in the place of the reading; None where the reading stands."""

    statement: str
    speaker: Speaker | None = None
    stance: Stance | None = None
    said_on: When | None = None

    def laid_over(self, read: Statement) -> Statement:
        """The statement as a person reads it."""
        return replace(
            read,
            speaker=self.speaker or read.speaker,
            stance=self.stance or read.stance,
            said_on=self.said_on or read.said_on,
        )


@dataclass(frozen=True, slots=True)
class PartyWord:
    """A person's word on an origin: it holds for the claim that has most of these ``statements``."""

    party: str
    accepted: bool
    statements: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class PartyNames:
    """``kept``: the name that each merged name goes by; ``apart``: names that are two parties', whatever rules say."""

    kept: Mapping[str, str] = field(default_factory=dict)
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """All that people decided and that stands, as the stages take it. ``not_copies``: pairs of articles."""

    corrections: tuple[Correction, ...] = ()
    ties: Ties = Ties()
    copies: tuple[Copy, ...] = ()
    not_copies: frozenset[frozenset[str]] = frozenset()
    words: tuple[PartyWord, ...] = ()
    names: PartyNames = PartyNames()
