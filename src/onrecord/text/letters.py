"""Names that are not written as they look: letters of another script among others, characters that do not show."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

# Scripts whose letters look alike; others are mixed in one word by whoever writes Japanese or Korean.
ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "GEORGIAN", "LISU")
MOST = 6  # told of one name
_WORD = re.compile(r"\w+")
# Marks that show nothing, or turn the direction of what follows. The two joiners belong to some scripts.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_JOINERS = re.compile("[\u200c\u200d]")


def oddities(name: str) -> tuple[str, ...]:
    """What a reader cannot see of how a name is written, a line each; empty where nothing is hidden."""
    found = dict.fromkeys([*_strangers(name), *_unseen(name)])
    return tuple(found)[:MOST]


def script(letter: str) -> str:
    """The script of a letter, as its Unicode name begins; empty where it has none that looks like another."""
    first = unicodedata.name(letter, "").split(" ", 1)[0] if letter.isalpha() else ""
    return first if first in ALIKE else "LATIN" if first in ("FULLWIDTH", "MATHEMATICAL") else ""


def _strangers(name: str) -> Iterator[str]:
    """Of each word of several scripts, the letters of the rarer ones."""
    for word in _WORD.findall(name):
        scripts = [script(letter) for letter in word]
        held = Counter(one for one in scripts if one)
        if len(held) < 2:
            continue
        own = max(held, key=lambda one: (held[one], one == "LATIN"))
        strange = dict.fromkeys(letter for letter, of in zip(word, scripts, strict=True) if of not in ("", own))
        told = ", ".join(f"{letter} ({_named(letter)})" for letter in list(strange)[:MOST])
        yield f"written with letters of another script: {told}"


def _unseen(name: str) -> Iterator[str]:
    hidden = _HIDDEN.findall(name)
    if name.isascii() or _is_plain(name):
        hidden += _JOINERS.findall(name)
    if hidden:
        told = ", ".join(f"U+{ord(one):04X} {_named(one)}".strip() for one in dict.fromkeys(hidden))
        yield f"holds characters that do not show: {told}"


def _is_plain(name: str) -> bool:
    """Whether all its letters are of scripts that need no joiners."""
    return all(script(letter) for letter in name if letter.isalpha())


def _named(letter: str) -> str:
    return unicodedata.name(letter, "unnamed").lower()
