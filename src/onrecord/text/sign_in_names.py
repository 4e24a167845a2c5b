"""Names that people sign in with: one writing of each, and none that reads like another.

Normalised by NFKC and compared case-folded (after Unicode Technical Report 36 and RFC 8265); a name is written in one
script, and letters of another that look alike do not make another name (after Unicode Technical Standard 39).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import cache

from onrecord.errors import UsageError
from onrecord.knowledge.tables import table

MAX_NAME = 64  # characters
SIGNS = " .,-_'’@·"
_TOGETHER = (frozenset({"CJK", "HIRAGANA", "KATAKANA"}), frozenset({"CJK", "HANGUL"}), frozenset({"CJK", "BOPOMOFO"}))


def written(name: str) -> str:
    """A name as it is kept: normalised, blanks single. Raises UsageError where it cannot be one, saying why."""
    text = " ".join(unicodedata.normalize("NFKC", name).split())
    if not text or len(text) > MAX_NAME:
        raise UsageError(f"a name has 1 to {MAX_NAME} characters")
    strange = next((one for one in text if one not in SIGNS and unicodedata.category(one)[0] not in "LMN"), None)
    if strange or not text[0].isalnum():
        told = f"{unicodedata.name(strange, f'U+{ord(strange):04X}')}" if strange else "a sign at its beginning"
        raise UsageError(f"a name is of letters, digits, blanks and . , - _ ' @, and begins with a letter; not: {told}")
    found = scripts(text)
    if len(found) > 1 and not any(found <= allowed for allowed in _TOGETHER):
        mixed = " and ".join(sorted(one.capitalize() for one in found))
        raise UsageError(f"a name is written in one script; this one mixes {mixed}, which can look like somebody else")
    return text


def compared(name: str) -> str:
    """What two names that are one have in common: normalised and case-folded. Of any string, without an error."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return " ".join(folded.replace("’", "'").split())


def looks(name: str) -> str:
    """What a name looks like: letters and digits that look alike are one, signs and blanks are none."""
    bare = re.sub(r"[\W_]+", "", compared(name))
    plain = "".join(one for one in unicodedata.normalize("NFD", bare) if not unicodedata.combining(one))
    return plain.translate(_alike())


def scripts(name: str) -> Set[str]:
    """The scripts its letters are of, by their names in Unicode: LATIN, CYRILLIC, GREEK, CJK."""
    letters = [one for one in name if unicodedata.category(one)[0] == "L"]
    return frozenset(re.split(r"[ -]", unicodedata.name(one, "UNKNOWN"))[0] for one in letters)


@cache
def _alike() -> dict[int, str]:
    return {ord(row["letter"]): row["looks_like"] for row in table("lookalikes")}
