"""Which language a text is in, by its commonest words, or by its script where words are not set apart.

Function words are a fifth and more of a news text in their own language and a few in a hundred of any other.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from onrecord.knowledge.tables import table

LOOK_AT = 4000  # characters
LEAST_SHARE = 0.04
LEAST_HITS = 5
CLEARER = 1.25  # times as many words as the next language, but where the two share most of theirs
SHARED = 8  # common words: Danish and Norwegian, Czech and Slovak
LEAST_SIGNS = 0.3  # of the letters: as many in a script of its own tell the language
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The two-letter code of the language of a text's beginning; None where nothing tells, or two tell as much."""
    head = text[:LOOK_AT]
    words = WORD.findall(head.casefold())
    if not words:
        return None
    return _by_script(head, sum(map(len, words))) or _by_words(words)


def is_in(text: str, language: str, *, least_words: int) -> bool:
    """Whether a text is in that language. Of fewer words than ``least_words`` nothing can be told: True."""
    head = text[:LOOK_AT]
    few = len(WORD.findall(head)) < least_words
    return (few and _by_script(head, len(head) or 1) is None) or language_of(head) == language


def lacks(text: str, language: str, *, least_words: int) -> bool:
    """Whether a text of so many words holds next to none of the common words of a language that we know."""
    words = WORD.findall(text[:LOOK_AT].casefold())
    known = any(language in languages for languages in _languages().values())
    return known and len(words) >= least_words and _hits(words)[language] < len(words) * LEAST_SHARE / 2


def _hits(words: list[str]) -> Counter[str]:
    hits: Counter[str] = Counter()
    known = _languages()
    for word, times in Counter(words).items():
        for language in known.get(word, ()):
            hits[language] += times
    return hits


def _by_words(words: list[str]) -> str | None:
    first, second = [*_hits(words).most_common(2), ("", 0), ("", 0)][:2]
    if first[1] < max(LEAST_HITS, len(words) * LEAST_SHARE):
        return None
    clear = first[1] > second[1] if _shared(first[0], second[0]) >= SHARED else first[1] >= second[1] * CLEARER
    return first[0] if clear else None


@cache
def _shared(one: str, other: str) -> int:
    return sum(one in languages and other in languages for languages in _languages().values())


def _by_script(text: str, letters: int) -> str | None:
    if len(_any_script().findall(text)) < LEAST_SIGNS * letters:
        return None
    for language, signs in _scripts():
        if len(signs.findall(text)) >= LEAST_SIGNS * letters:
            return language
    return None


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """A common word -> the languages it is common in."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("languages"):
        for word in row["words"].split():
            found[word] = (*found.get(word, ()), row["language"])
    return found


@cache
def _any_script() -> re.Pattern[str]:
    """The signs of all scripts as one: most texts hold none of any, and are asked only once."""
    return re.compile(f"[{''.join(row['signs'] for row in table('scripts'))}]")


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["language"], re.compile(f"[{row['signs']}]")) for row in table("scripts"))
