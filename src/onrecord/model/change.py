"""What changed in a record from one settling to the next, and who wants to be told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

ChangeKind: TypeAlias = Literal[
    "appeared",
    "gone",
    "status",
    "position",
    "origin",
    "figure",
    "merged",
    "split",
    "assessed",
    "article",
    "edited",
    "toll",
]
Cause: TypeAlias = Literal["news", "judgement", "rules"]
WatchKind: TypeAlias = Literal["claim", "party", "story", "search"]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
WATCH_KINDS: tuple[WatchKind, ...] = get_args(WatchKind)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than it was; what ``before`` and ``after`` hold goes by kind.

    Statuses, stances and figures as words; a position or origin that is new has no ``before``, one that fell has no
    ``after``. ``wording``: of the claim, or the title of the story. ``statements``: those that caused it;
    ``others``: the claims (stories) it was merged into or split from. ``on``: the day of the news. ``why``: the words
    that show an origin, or a judgement's reason; ``by`` and ``judgement``: whose judgement it follows from.
    ``id`` is made of content; ``seq`` and ``at`` (UTC, ISO 8601) come with keeping it.
    """

    kind: ChangeKind
    claim: str = ""
    story: str = ""
    party: str = ""
    article: str = ""
    before: str | None = None
    after: str | None = None
    of: str = ""
    on: str | None = None
    wording: str = ""
    why: str = ""
    statements: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    cause: Cause = "news"
    by: str = ""
    judgement: int = 0
    id: str = ""
    seq: int = 0
    at: str = ""

    @property
    def aspect(self) -> str:
        """Of what it is: of two changes of one aspect the later holds."""
        about = self.article if self.kind in ("article", "edited") else self.claim or self.story
        return "\x1f".join((_ASPECTS.get(self.kind, self.kind), about, self.party, self.of))


_ASPECTS = {"gone": "appeared"}


@dataclass(frozen=True, slots=True)
class Watch:
    """That somebody wants to be told. ``key``: a claim's or story's id, a name, words that are looked for.

    ``seen``: the last change its reader looked at; ``feed``: the secret in the address of its feed; ``mail`` and
    ``hook``: addresses, empty for none.
    """

    id: int
    who: str
    kind: WatchKind
    key: str
    label: str
    made: str
    seen: int = 0
    feed: str = ""
    mail: str = ""
    hook: str = ""
    hook_secret: str = ""
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """How far a way of telling a watch got. ``upto``: the last change delivered or given up; ``tries``: of the next.

    ``next``: not before (UTC, ISO 8601); ``since``: when the next change failed first.
    """

    watch: int
    way: Literal["hook", "mail"]
    upto: int
    tries: int = 0
    since: str | None = None
    next: str | None = None
    error: str = ""
    given_up: int = 0
