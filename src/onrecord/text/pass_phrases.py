"""What a pass phrase must be: long, and not among the first that anybody would try (after NIST SP 800-63B, 3.1.1)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from onrecord.errors import UsageError
from onrecord.knowledge.tables import table
from onrecord.text.sign_in_names import compared

LEAST, MOST = 12, 1_000  # characters
LEAST_DIFFERENT = 4


def same_phrase(typed: str) -> str:
    """A pass phrase as it is hashed: one writing, whatever keyboard it was typed on (RFC 8265, OpaqueString)."""
    return unicodedata.normalize("NFC", "".join(" " if unicodedata.category(one) == "Zs" else one for one in typed))


def fit(typed: str, name: str) -> str:
    """The pass phrase as it is hashed, if it may be one of ``name``'s. Raises UsageError that says what to do."""
    phrase = same_phrase(typed)
    if not LEAST <= len(phrase) <= MOST:
        raise UsageError(f"a pass phrase has at least {LEAST} and at most {MOST:,} characters; four words do well")
    if _bare(phrase) in _common() or re.sub(r"\d+$", "", _bare(phrase)) in _common():
        raise UsageError("that pass phrase is among those that are tried first; choose four words of your own")
    if len(set(phrase)) < LEAST_DIFFERENT:
        raise UsageError("that pass phrase is the same few characters over and over; four words do well")
    if _only(phrase, name):
        raise UsageError("that pass phrase is the name itself; choose four words that are not about you")
    return phrase


def _only(phrase: str, name: str) -> bool:
    """Whether it is nothing but the name, once or again, and digits behind it."""
    bare, of = _bare(phrase), _bare(name)
    return bool(of) and of in bare and not re.sub(r"\d+$", "", bare.replace(of, ""))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", compared(text))


@cache
def _common() -> frozenset[str]:
    return frozenset(row["phrase"] for row in table("common_phrases"))
