"""A digest by mail: what changed of what somebody watches, by watch, each thing once. Source: RFC 5322, 2919, 8058."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from onrecord.model import Watch, content_id
from onrecord.publish.addresses import Addresses
from onrecord.publish.quotes import in_plain
from onrecord.publish.rendering import render, seen
from onrecord.publish.told import Line, day_of
from onrecord.publish.words import UNNAMED, counted, day_words, short, stance_word

LIST = "On record <digest.onrecord.invalid>"
MAX_SUBJECT = 120


@dataclass(frozen=True, slots=True)
class Part:
    """A watch with what there is to tell of it. ``further``: how many changes wait for the next digest."""

    watch: Watch
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """From whom and to whom, and when (UTC)."""

    sender: str
    to: str
    at: datetime


def digest(parts: Sequence[Part], envelope: Envelope, to: Addresses) -> EmailMessage:
    """The mail. Made again of the same changes it has the same Message-ID, so that a second copy can be dropped.

    Whatever pages say stands in bodies only, and in the subject without anything that could end a header.
    """
    told = [line.change.id for part in parts for line in part.lines]
    mail = EmailMessage()
    mail["Subject"] = _header(_subject(parts))
    mail["From"] = envelope.sender
    mail["To"] = envelope.to
    mail["Date"] = format_datetime(envelope.at)
    mail["Message-ID"] = f"<{content_id('digest', envelope.to, *told)}@{envelope.sender.rpartition('@')[2]}>"
    mail["List-Id"] = LIST
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content("\n".join(_plain(parts, to)), cte="quoted-printable")
    mail.add_alternative(render("watch/digest.html", to, {"parts": parts}), subtype="html", cte="quoted-printable")
    return mail


def _subject(parts: Sequence[Part]) -> str:
    several = sum(len(part.lines) for part in parts)
    first = parts[0].lines[0]
    return first.title if several == 1 else f"{counted(several, 'change')} on record: {first.title}"


def _header(text: str) -> str:
    return short(re.sub(r"\s+", " ", seen(text)).strip(), limit=MAX_SUBJECT)


def _plain(parts: Sequence[Part], to: Addresses) -> Iterator[str]:
    for part in parts:
        title = " ".join(seen(part.watch.label).split())
        yield from (title, "=" * min(len(title), 70), "")
        for line in part.lines:
            yield from _change(line, to)
    yield "--"
    yield f"What you watch: {to.watching()}"
    yield "On record shows who said what, when and how sure they were. It does not say what is true."


def _change(line: Line, to: Addresses) -> Iterator[str]:
    yield _one(line.what)
    if line.about:
        yield f"  {_one(line.about)}"
    for quote in line.quotes:
        words = in_plain(quote.words, quote.runs, direct=quote.direct)
        whose = "" if quote.direct else ", in the article’s words"
        who = quote.speaker or quote.party or UNNAMED
        yield f"  > {_one(words)}"
        yield f"  > {stance_word(quote.stance)}: {_one(who)}, {day_words(quote.day)}, {_one(quote.place.outlet)}{whose}"
        yield f"  > {to.archived(quote.place.article, statement=quote.place.statement)}"
    if line.note:
        yield f"  {_one(line.note)}"
    yield f"  {day_of(line.change)} · {line.address(to)}"
    yield ""


def _one(text: str) -> str:
    """The text on one line, without what would show otherwise than it is."""
    return " ".join(seen(text).split())
