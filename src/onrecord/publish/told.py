"""What changed, in words: the same on the page, in a feed, in a mail and in what a webhook gets."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.model import Change, ChangeKind
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import Evidence
from onrecord.publish.quotes import Quote, quotes
from onrecord.publish.words import day_words, figure_words, short, stance_word, status_word

QUOTED = 3  # quotations that one change shows
LOOKED_AT = 5  # of the statements behind it, the last ones: some may be in the same words
KINDS = {
    "appeared": "New claim",
    "gone": "Claim gone",
    "status": "Status",
    "position": "Position",
    "origin": "Origin",
    "figure": "Figure",
    "merged": "Merged",
    "split": "Split",
    "assessed": "Assessment",
    "article": "Article",
    "edited": "Edited",
    "toll": "Toll",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A change as it is told. ``what``: in a line; ``about``: the words of its claim, or its story's title.

    ``quotes``: the statements that caused it, the last ones first; ``more``: how many are not shown; ``note``: why,
    and whose judgement it follows from.
    """

    change: Change
    what: str
    about: str
    quotes: tuple[Quote, ...] = ()
    more: int = 0
    note: str = ""

    def address(self, to: Addresses) -> str:
        """The page it leads to."""
        if self.change.claim:
            return to.claim(self.change.claim)
        if self.change.article:
            return to.article(self.change.article)
        return to.story(self.change.story)

    @property
    def title(self) -> str:
        """What and about what, in a line."""
        return f"{self.what}: {short(self.about)}" if self.about else self.what


def lines(conn: sqlite3.Connection, several: Sequence[Change]) -> list[Line]:
    """The changes in words, with the words of those that caused them."""
    wanted = dict.fromkeys(id_ for one in several for id_ in one.statements[-LOOKED_AT:])
    held = evidence.by_ids(conn, wanted)
    return [_line(one, held) for one in several]


def _line(one: Change, held: Evidence) -> Line:
    late = one.statements[-LOOKED_AT:]
    said = [held.statements[id_] for id_ in late if id_ in held.statements]
    every = quotes(said, held)[::-1]
    shown = every[:QUOTED]
    more = len(one.statements) - len(late) + len(every) - len(shown)
    return Line(one, what(one), one.wording, shown, more, note(one))


def what(one: Change) -> str:
    """What changed, in a line."""
    return _WORDS[one.kind](one)


def note(one: Change) -> str:
    """Why, and whose judgement it follows from; empty where the quotations say it all."""
    if one.cause == "judgement":
        told = f"A judgement of {one.by} (number {one.judgement}), not news"
        return f"{told}: {short(one.why, limit=400)}" if one.why else told
    if one.kind == "edited" and one.before and one.before != one.after:
        return f"The headline was: {short(one.before)}. {one.why}"
    return short(one.why, limit=400)


def day_of(one: Change) -> str:
    """The day of the news in words."""
    return day_words(one.on)


def _appeared(one: Change) -> str:
    return f"New claim, {status_word(one.after or '')}"


def _gone(_: Change) -> str:
    return "No article on record makes this claim any more"


def _status(one: Change) -> str:
    return f"Now {status_word(one.after or '')}; before: {status_word(one.before or '')}"


def _position(one: Change) -> str:
    before = f"; before: {stance_word(one.before)}" if one.before else ""
    if one.after is None:
        return f"{one.party} has no position on record any more{before}"
    return f"{one.party} {stance_word(one.after)}{before}"


def _origin(one: Change) -> str:
    return f"{one.party} is an independent origin" if one.after else f"{one.party} is no origin any more"


def _figures(one: Change) -> str:
    counted = f" ({one.of})" if one.of else ""
    return f"{one.party}: {_figure(one.after)}{counted}; before: {_figure(one.before)}"


def _assessed(one: Change) -> str:
    return f"Assessed {one.after} by {one.by}"


def _merged(one: Change) -> str:
    return f"Now one {_thing(one)} with “{short(one.before or '')}”"


def _split(one: Change) -> str:
    return f"A {_thing(one)} of its own now; it was part of “{short(one.before or '')}”"


def _article(one: Change) -> str:
    return f"New article{_from(one)}: {short(one.after or '')}"


def _edited(one: Change) -> str:
    return f"Edited{_from(one)}: {short(one.after or '')}"


def _tolls(one: Change) -> str:
    return f"{_toll(one.after)}; before: {_toll(one.before)}"


def _thing(one: Change) -> str:
    return "claim" if one.claim else "story"


def _figure(shape: str | None) -> str:
    value, high, unit, bound = json.loads(shape or '[0, null, "", "exact"]')
    return figure_words(value, high, unit, bound)


def _toll(shape: str | None) -> str:
    killed, injured = json.loads(shape) if shape else (None, None)
    counts = ((killed, "killed"), (injured, "injured"))
    return ", ".join(f"{count:,} {word}" for count, word in counts if count is not None) or "no figure"


def _from(one: Change) -> str:
    return f" from {one.party}" if one.party else ""


_WORDS: dict[ChangeKind, Callable[[Change], str]] = {
    "appeared": _appeared,
    "gone": _gone,
    "status": _status,
    "position": _position,
    "origin": _origin,
    "figure": _figures,
    "merged": _merged,
    "split": _split,
    "assessed": _assessed,
    "article": _article,
    "edited": _edited,
    "toll": _tolls,
}
