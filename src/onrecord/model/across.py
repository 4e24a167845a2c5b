"""What holds across pages: copies, claims, positions, stories."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.values import Bound, Relation, Stance, Status


@dataclass(frozen=True, slots=True)
class Copy:
    """An edge: ``article`` repeats (or shares the source of, or updates) the earlier article ``of``. It says why."""

    article: str
    of: str
    relation: Relation
    why: str


@dataclass(frozen=True, slots=True)
class Position:
    """A party's stand on a claim from a day on, and the statements that show it."""

    party: str
    stance: Stance
    on: str | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A party that asserts a claim from its own knowledge, first in that article. ``why``: the words that show it."""

    party: str
    first_article: str
    why: str


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A claim's status from a day on."""

    on: str | None
    value: Status


@dataclass(frozen=True, slots=True)
class ClaimFigure:
    """A figure a party put on a claim."""

    party: str
    value: float
    high: float | None
    unit: str
    of: str
    bound: Bound
    on: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that speak to one proposition. ``wording`` is words somebody said, or a headline's: never ours.

    ``statements`` are ids in order of day. ``collapsed``: one sentence for each report that adds no origin.
    """

    id: str
    story: str
    wording: str
    status: Status
    status_history: tuple[StatusChange, ...]
    statements: tuple[str, ...]
    positions: tuple[Position, ...] = ()
    origins: tuple[Origin, ...] = ()
    possible_origins: tuple[Origin, ...] = ()
    collapsed: tuple[str, ...] = ()
    figures: tuple[ClaimFigure, ...] = ()
    not_heard: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """One event and its articles. ``heat`` has no unit and no upper bound; 0 is cold.

    ``related``: ids of stories; looked up when a story is read from a record, empty until then.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    heat: float
    topics: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What holds across pages; all of it can be dropped and made again from the readings."""

    parties: tuple[tuple[str, str], ...]  # (statement id, party), only where a party is known
    copies: tuple[Copy, ...]
    versions: tuple[tuple[str, str], ...]  # (article id, id of the version before it)
    claims: tuple[Claim, ...]
    stories: tuple[Story, ...]
