"""What somebody hands in at the desk, as an input like any other."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.model import Capture
from onrecord.pipeline.keepable import is_address
from onrecord.read.inputs import Piece

PASTED = "pasted"
LONGEST_NAME = 120
FORMS = ("html", "dump", "text")
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|article|main|div|section|p|h1)\b", re.I)
_HEAD = 4_000
_UNNAMEABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class About:
    """What its giver says about it; each may be empty. ``day``: on which it was looked at, YYYY-MM-DD.

    ``published`` as a person or program writes a day.
    """

    outlet: str = ""
    url: str = ""
    day: str = ""
    published: str = ""
    headline: str = ""

    def checked(self) -> About:
        """Itself. Raises UsageError for an address that is none and a day that is none."""
        if self.url and not (self.url.startswith(("http://", "https://")) and is_address(self.url)):
            raise UsageError("the address it came from begins with https:// or http:// and has no blanks")
        if self.day and not _is_day(self.day):
            raise UsageError(f"{self.day[:20]!r} is no day; write it as 2026-03-04")
        return self


def config_of(config: Config, about: About) -> Config:
    """The settings that it is read with."""
    return Config(record=config.record, as_of=about.day or None, familiar=config.familiar)


def pasted(text: str, about: About, *, form: str = "") -> Piece:
    """What was pasted, as a row of JSON Lines that says what it is. Raises UsageError where there is nothing.

    ``form``: "html", "dump" (a whole page's text), "text" (an article's own words, kept to the letter); looked for in
    what was pasted where it is not given.
    """
    if not text.strip():
        raise UsageError("nothing was pasted: paste a page's text or HTML, give an address, or choose a file")
    kind = form or ("html" if is_markup(text) else "dump")
    told: Mapping[str, str] = {
        kind: text,
        "headline": about.headline,
        "url": about.url,
        "outlet": about.outlet,
        "published": about.published,
    }
    row = json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False)
    return Piece(f"{PASTED}.jsonl", row.encode("utf-8", "replace"))


def is_markup(text: str) -> bool:
    """Whether what was pasted is HTML rather than words."""
    return bool(_MARKUP.search(text[:_HEAD]))


def uploaded(name: str, data: bytes, about: About) -> Piece:
    """A file, under its bare name: where it was on somebody's disk is nobody's business. Raises UsageError if empty."""
    if not data:
        raise UsageError("the file is empty: choose another")
    return Piece(bare_name(name), data, Capture(url=about.url) if about.url else None)


def bare_name(name: str) -> str:
    """The last part of a path of any system, without what no name should hold; "upload" where nothing is left."""
    last = _UNNAMEABLE.sub("", re.split(r"[/\\]", name)[-1]).strip(" .#")
    if len(last) <= LONGEST_NAME:
        return last or "upload"
    stem, dot, suffix = last.rpartition(".")
    return f"{stem[: LONGEST_NAME - 20]}{dot}{suffix[:12]}" if dot else last[:LONGEST_NAME]


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
