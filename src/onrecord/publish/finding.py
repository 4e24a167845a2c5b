"""Words of a statement found again in the source text they were read from, where they may be escaped and divided."""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape
from itertools import islice

from onrecord.model import Span

MAX_SOUGHT = 600
MANY = 50  # times that words are looked for
BEGINNING = 60  # letters that are enough where not all of the words can be found

# What may stand between two words: space in any writing, and markup, be it escaped itself.
_MARKUP = r"<[^<>]{0,200}>|&lt;(?:(?!&[lg]t;)[^<>]){0,200}&gt;"
_GAP = rf"(?:\s|{_MARKUP}|&(?:amp;)?(?:nbsp|#x?[0-9a-fA-F]{{1,5}});|\\[fnrt]|\\u[0-9a-fA-F]{{4}}){{1,60}}"
_PARTS = re.compile(r"[^\W_]+|[\W_]")  # of a word, between which there may be markup alone
# Signs that a reader takes for one another, with the names HTML has for them.
_ALIKE = (
    {"“": "ldquo", "”": "rdquo", '"': "quot", "„": "bdquo", "«": "laquo", "»": "raquo"},
    {"‘": "lsquo", "’": "rsquo", "'": "apos"},
    {"–": "ndash", "—": "mdash", "-": "", "\N{NON-BREAKING HYPHEN}": ""},
    {"…": "hellip"},
    {"&": "amp"},
    {"<": "lt"},
    {">": "gt"},
)


def places_of(source: str, sought: str) -> list[Span]:
    """Where the words stand in the source text, at most MANY times: all of them, else how they begin."""
    words = sought[:MAX_SOUGHT].split()
    for some in (words, _beginning(words)):
        several = islice(re.finditer(_pattern(some), source), MANY) if some else ()
        if found := [Span(one.start(), one.end()) for one in several]:
            return found
    return []


def _beginning(words: list[str]) -> list[str]:
    """The first words, as many as have BEGINNING letters together."""
    letters = 0
    for at, word in enumerate(words, 1):
        letters += len(word) + 1
        if letters > BEGINNING:
            return words[:at]
    return words


def _pattern(words: list[str]) -> str:
    return _GAP.join(f"(?:{_MARKUP}){{0,3}}".join(_part(part) for part in _PARTS.findall(word)) for word in words)


def _part(part: str) -> str:
    return "".join(map(_letter, part))


@cache
def _letter(letter: str) -> str:
    """A pattern of every way in which HTML and JSON write a letter."""
    if letter.isascii() and letter.isalnum():
        return letter
    alike = next((signs for signs in _ALIKE if letter in signs), {letter: ""})
    ways: set[str] = set()
    for sign, name in alike.items():
        in_json = json.dumps(sign)[1:-1]
        code = ord(sign)
        ways |= {sign, in_json, in_json.upper().replace("\\U", "\\u"), escape(sign)}
        ways |= {f"&#{code};", f"&#x{code:x};", f"&#x{code:X};", *([f"&{name};"] if name else [])}
    twice = {f"&amp;{way[1:]}" for way in ways if way.startswith("&") and len(way) > 1}
    return "(?:" + "|".join(re.escape(way) for way in sorted(ways | twice, key=lambda way: (-len(way), way))) + ")"
