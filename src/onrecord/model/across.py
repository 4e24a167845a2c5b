"""What holds across pages: copies, claims, positions, stories."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.subjects import Toll, Topic
from onrecord.model.values import Bound, Ended, HeadlineBody, HeadlineSays, Relation, Stance, Status


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
    """A figure a party put on a claim; ``party`` is empty where only unnamed sources give it.

    ``unit``: the noun counted, with its scope where the claim has figures of that noun in several ("people dead");
    ``scope``: dead, injured, missing ... where the words tell. ``statement``: the first that gives it. ``ended``: it
    stands no more since ``ended_on``: its party gave another, or took it back.
    """

    party: str
    value: float
    high: float | None
    unit: str
    of: str
    bound: Bound
    on: str | None
    scope: str = ""
    statement: str = ""
    ended: Ended | None = None
    ended_on: str | None = None


@dataclass(frozen=True, slots=True)
class HeadlineGap:
    """A headline that says more than its article: it ``says`` what the body only relays, or denies.

    ``headline`` and ``words``: of the article. ``statement``: the one of the body whose words they are.
    """

    article: str
    says: HeadlineSays
    body: HeadlineBody
    headline: str
    words: str
    statement: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that speak to one proposition. ``wording`` is words somebody said, or a headline's: never ours.

    ``statements`` are ids in order of day. ``collapsed``: one sentence for each report that adds no origin.
    ``unnamed_figures``: those that nobody on record gives. ``headlines``: those that say more than their articles.
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
    unnamed_figures: tuple[ClaimFigure, ...] = ()
    headlines: tuple[HeadlineGap, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """One event and its articles. ``heat`` has no unit and no upper bound; 0 is cold.

    ``topics``: parties and places; ``media_topics``: those of the IPTC. ``tolls``: what its articles say of killed and
    injured, the last of which holds. ``related``: ids of stories; looked up when a story is read from a record, empty
    until then.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    heat: float
    topics: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    media_topics: tuple[Topic, ...] = ()
    tolls: tuple[Toll, ...] = ()


MERGED = 0.8  # how sure a merge of names must be to be made


@dataclass(frozen=True, slots=True)
class PartyMerge:
    """A judgement that ``name`` is another name of ``party``: how sure, 0.0 to 1.0, and why in words.

    What is not sure enough to be made is kept as what may be the same.
    """

    name: str
    party: str
    sure: float
    why: str

    @property
    def made(self) -> bool:
        """True where the name is settled under the party."""
        return self.sure >= MERGED


@dataclass(frozen=True, slots=True)
class Settled:
    """What holds across pages; all of it can be dropped and made again from the readings."""

    parties: tuple[tuple[str, str], ...]  # (statement id, party), only where a party is known
    copies: tuple[Copy, ...]
    versions: tuple[tuple[str, str], ...]  # (article id, id of the version before it)
    claims: tuple[Claim, ...]
    stories: tuple[Story, ...]
    merges: tuple[PartyMerge, ...] = ()  # by name
