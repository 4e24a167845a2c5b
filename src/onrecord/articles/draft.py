"""What a page offers before the last decisions are taken: the story's paragraphs and everything said around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from onrecord.model import Furniture, Note, PartKind, Signal

# "metadata", "address", "shown" and "feed" claim to be the day of publication; "header" is often only the day of the
# visit; "modified" is no more than an upper bound. "script" and "title" are weaker claims; "picture", the day in the
# address of a picture, is no claim at all.
Place: TypeAlias = Literal[
    "metadata", "address", "shown", "feed", "given", "script", "title", "header", "modified", "picture"
]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A day seen somewhere on the page. ``precise``: a whole day rather than a month.

    ``others``: what the same words can mean besides (a moment in universal time, day and month in figures alone);
    ``open``: nothing here tells which.
    """

    day: date
    place: Place
    what: str
    precise: bool = True
    others: tuple[date, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Paragraphs ``first`` to ``last`` (counted from 0, both in it) that are a part of that kind."""

    kind: PartKind
    first: int
    last: int
    time: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An article in the making. ``top``: the short lines between headline and story (byline, credit, day).

    ``credits``: those marked as byline or credit, None where nothing marks lines (plain text).
    ``paywall``: why the text is only a stub. ``foot``: the persons who sign below the story.
    """

    paragraphs: tuple[str, ...]
    headline: str
    top: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    sightings: tuple[Sighting, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    canonical: str | None = None
    section: str | None = None
    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    signals: tuple[Signal, ...] = ()
    credits: tuple[str, ...] | None = None
    paywall: str | None = None
    foot: tuple[str, ...] = ()
