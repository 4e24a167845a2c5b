"""The nouns of the record. Frozen, slotted, and ignorant of JSON, SQL and HTML.

Offsets are characters into ``Article.text``; ``text[span.start:span.end]`` is what a page shows.
Unknown is ``None`` (or an empty tuple) with a reason beside it, never a guess.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

Stance: TypeAlias = Literal[
    "asserts",
    "suggests",
    "denies",
    "doubts",
    "no_evidence",
    "cannot_confirm",
    "no_comment",
    "investigating",
    "conditional",
    "relays",
    "withdraws",
    "other",
]
Status: TypeAlias = Literal["reported", "single_origin", "corroborated", "contested", "denied", "withdrawn"]
Kind: TypeAlias = Literal["direct", "indirect", "mixed"]
Bound: TypeAlias = Literal["exact", "about", "at_least", "at_most"]
Precision: TypeAlias = Literal["day", "month", "year", "unknown"]
FurnitureKind: TypeAlias = Literal["hot", "topics", "related", "most_read", "newsletter", "other"]
Relation: TypeAlias = Literal["copy", "rewrite", "common_source", "update"]
Form: TypeAlias = Literal["html", "dump", "body", "entry"]
Stage: TypeAlias = Literal["read", "articles", "statements"]


class Span(NamedTuple):
    """A half-open range of characters in an article's text."""

    start: int
    end: int


def content_id(*parts: str) -> str:
    """A short id from content: empty parts are left out, so a new empty field moves no id."""
    joined = "\x1f".join(part for part in parts if part)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


# ---------------------------------------------------------------- a page and what is in it


@dataclass(frozen=True, slots=True)
class Given:
    """What the wrapper of a page (feed entry, JSON Lines row) says about it; each part may be unknown."""

    headline: str | None = None
    published: str | None = None  # as written there
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    input_id: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read from bytes, not yet understood.

    ``form``: "html" (markup of a whole page), "dump" (plain text of a whole page), "body" (an article's own text, kept
    to the letter), "entry" (a feed entry: ``content`` is its markup). ``digest`` is the SHA-256 of the bytes it was
    read from, in hex.
    """

    input: str
    form: Form
    content: str
    digest: str
    url: str | None = None
    given: Given = Given()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A page that could not be used: kept and counted."""

    input: str
    stage: Stage
    reason: str
    url: str | None = None
    input_id: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A day of which we know so much.

    ``value`` is YYYY, YYYY-MM or YYYY-MM-DD by ``precision`` and None where it is unknown; ``confidence`` 0.0 to 1.0.
    """

    value: str | None
    precision: Precision
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()

    @property
    def day(self) -> str | None:
        """The day as YYYY-MM-DD, or None where less is known."""
        return self.value if self.precision == "day" else None


@dataclass(frozen=True, slots=True)
class Teaser:
    """One item of a furniture block."""

    headline: str
    teaser: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A block of the page that is not the story: Hot this week, Topics, Related, Most read, a newsletter box."""

    kind: FurnitureKind
    heading: str
    items: tuple[Teaser, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """The story of one page. ``text``: paragraphs joined by a blank line, without headline, captions and furniture."""

    id: str
    input: str
    digest: str
    text: str
    headline: str
    published: When
    url: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    agency: str | None = None
    dateline: str | None = None
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()
    input_id: str | None = None


def article_id(url: str | None, headline: str, text: str) -> str:
    """An article's id: the same address, headline and text are the same article, however it came in."""
    return content_id("article", url or "", headline, text)


# ---------------------------------------------------------------- a statement


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a tagger finds: somebody's content, the cue that attributes it, the source it names; spans of one text.

    ``confidence``: 0 to 1, how likely all three are right.
    """

    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a statement: its spans, and their text joined by " … "."""

    text: str
    spans: tuple[Span, ...]


def passage(text: str, spans: tuple[Span, ...]) -> Passage:
    """The passage of ``text`` that the spans cover."""
    return Passage(" … ".join(text[start:end] for start, end in spans), spans)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. ``name``: the person, or the body where a body speaks; None for unnamed. ``party``: for whom.

    ``confidence``: 0.0 to 1.0, the share of speakers found in the same way that were right where people had marked
    them; not compared, since how sure a reader was makes nobody another speaker.
    """

    name: str | None
    role: str | None
    party: str | None
    why: str
    confidence: float = field(default=1.0, compare=False)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who is spoken for, one by one: "United States; NATO" are two."""
        return tuple(part.strip() for part in (self.party or "").split(";") if part.strip())


@dataclass(frozen=True, slots=True)
class Figure:
    """A number somebody gave: ``value`` (to ``high`` where it is a range) of ``unit``; ``of``: what is counted."""

    value: float
    unit: str
    of: str
    bound: Bound
    span: Span
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Something somebody is said to have said. Its id is its article's id and its content spans, never its reading.

    ``basis``: words of the text that tell on what it rests ("from our intelligence", "citing satellite images").
    ``confidence``: 0 to 1, how likely its words and its source are the right ones; the speaker has one of its own.
    """

    id: str
    article: str
    kind: Kind
    content: Passage
    cue: Passage | None
    source: Passage | None
    speaker: Speaker
    stance: Stance
    relay: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    said_on: When | None = None
    figures: tuple[Figure, ...] = ()
    basis: tuple[str, ...] = ()
    confidence: float = 1.0


def statement_id(article: str, spans: tuple[Span, ...]) -> str:
    """A statement's id: better rules for stance or speaker keep it, and with it people's judgements."""
    return content_id("statement", article, *(f"{start}-{end}" for start, end in spans))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one page gives: its article and the statements in it."""

    article: Article
    statements: tuple[Statement, ...]


# ---------------------------------------------------------------- across pages


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
    """One event and its articles. ``heat`` has no unit and no upper bound; 0 is cold. ``related``: ids of stories."""

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
