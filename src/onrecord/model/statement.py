"""What somebody said, as an article has it, and the reading of a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model.page import Article, When
from onrecord.model.values import Bound, Kind, Span, Stance, content_id

# The first reason of a day that is only its article's: nothing tells when it was said.
OF_THE_ARTICLE = "nothing tells when it was said: the day of its article"


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
    ``sense``: what it claims, as a row of signed bytes (see claims.sense); empty where nobody worked it out.
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
    sense: bytes = b""


def statement_id(article: str, spans: tuple[Span, ...]) -> str:
    """A statement's id: better rules for stance or speaker keep it, and with it people's judgements."""
    return content_id("statement", article, *(f"{start}-{end}" for start, end in spans))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one page gives: its article and the statements in it."""

    article: Article
    statements: tuple[Statement, ...]
