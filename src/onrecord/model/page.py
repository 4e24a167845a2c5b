"""A page as it came in, and the article that is on it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.values import (
    Form,
    FurnitureKind,
    NoteKind,
    PartKind,
    Precision,
    SignalKind,
    Span,
    Stage,
    content_id,
)


@dataclass(frozen=True, slots=True)
class Given:
    """What the wrapper of a page (feed entry, JSON Lines row) says about it; each part may be unknown."""

    headline: str | None = None
    published: str | None = None  # as written there
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    input_id: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """How bytes came to us, where that is known: the address they were fetched from and when (UTC, ISO 8601).

    ``headers``: of the answer they came in, as (name, value), names in lower case; ``status`` is its code.
    ``listed``: the day of publication as the feed or sitemap that named the address writes it.
    """

    url: str | None = None
    fetched: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    listed: str | None = None

    def header(self, name: str) -> str | None:
        """The first value of a header, by its name in lower case; None where there is none."""
        return next((value for one, value in self.headers if one == name), None)


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
    capture: Capture | None = None


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
class Part:
    """A stretch of an article's text that is no plain paragraph: a subhead, a list item, a block quote, a live entry.

    An "entry" of a live blog spans all its paragraphs and may say its ``time`` and ``author`` as the page shows them.
    """

    kind: PartKind
    span: Span
    time: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What a page says about its own article, word for word: a correction, an update, who contributed."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign that the text is not the whole story, or more than it: "cut", "glued", "paywall"; with the reason."""

    kind: SignalKind
    why: str


@dataclass(frozen=True, slots=True)
class Article:
    """The story of one page. ``text``: paragraphs joined by a blank line, without headline, captions and furniture.

    ``url`` is where it was found, ``canonical`` where its outlet says it belongs. ``parts`` are in order of the text.
    """

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
    canonical: str | None = None
    section: str | None = None
    parts: tuple[Part, ...] = ()
    notes: tuple[Note, ...] = ()
    signals: tuple[Signal, ...] = ()


def article_id(url: str | None, headline: str, text: str) -> str:
    """An article's id: the same address, headline and text are the same article, however it came in."""
    return content_id("article", url or "", headline, text)
