"""A source as it would stand in the middle of a sentence: "Voters who came" names nobody."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.model import Span
from onrecord.statements.speakers_words import documents, is_body_word
from onrecord.text.names import is_common, is_given, is_title, plain, stands_at

MAX_LABEL = 60  # characters
_FIRST = re.compile(r"[\s\"“'‘(*]*((?:[A-Z][a-zà-ÿ]+)(?:-[a-z]+)*)(?=$|[\s,:])\s*(\S*)")
_NAME_BEFORE = re.compile(r"(?:^|[^\w.] ?|[a-z] )([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}), $")
_NAME_AFTER = re.compile(r", ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})(?=,)")


def as_in_running_text(text: str, source: Span) -> str:
    """The words of a source, its first one without the capital that only the beginning of a sentence gave it.

    A label in capitals ("MR DOLAN", "DOLAN") becomes "Mr Dolan", "Dolan".
    """
    words = text[slice(*source)]
    if words.isupper() and _is_label(text, words[:MAX_LABEL].strip(" :*")):
        return words.title()
    first = _FIRST.match(words)
    if first is None or not _opens(text, source.start) or is_title(first[1]) or not _is_no_name(text, first):
        return words
    at = first.start(1)
    return words[:at] + words[at].lower() + words[at + 1 :]


def _is_label(text: str, words: str) -> bool:
    """Whether words in capitals are a person's: one is a title, or the article writes them as a name elsewhere."""
    named = len(words) > 3 and next(stands_at(text, words.title(), 0, len(text)), None) is not None
    return named or any(is_title(word) for word in words.split())


def widened(text: str, source: Span) -> Span:
    """A source that is only what somebody is, with the name beside it: "(Ada Brook,) a deputy"."""
    before = _NAME_BEFORE.search(text[max(0, source.start - 60) : source.start])
    if before and re.match(r"an? |the |its |head |chief |director ", text[source.start : source.end]):
        return Span(source.start - (before.end() - before.start(1)), source.end)
    after = _NAME_AFTER.match(text, source.end, source.end + 60)
    last = text[source.start : source.end].split()[-1:]
    return Span(source.start, after.end(1)) if after and last and is_title(last[0]) else source


def _opens(text: str, at: int) -> bool:
    """Whether a sentence begins at a place."""
    before = text[max(0, at - 4) : at].rstrip(" \"“”'‘’(*")
    return not before or before[-1] in "\n.!?:;–—"


def _is_no_name(text: str, first: re.Match[str]) -> bool:
    word, follows = first[1], first[2]
    low = plain(word)
    if (
        (is_common(word) and not is_given(word))
        or low in documents()
        or (low.endswith("s") and low[:-1] in documents())
    ):
        return True
    if follows[:1].isupper() or is_body_word(low):
        return False
    if _is_name_inside(text, word):
        return False
    written_small = next(stands_at(text, low, 0, len(text)), None) is not None
    return written_small or (follows[:1].islower() and low.endswith("s"))


@lru_cache(maxsize=512)  # asked again for every source that begins with the word
def _is_name_inside(text: str, word: str) -> bool:
    """Whether a word is written with a capital inside a sentence too."""
    return any(_inside_sentence(text, at) for at in stands_at(text, word, 0, len(text)))


def _inside_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 2) : at]
    return len(before) == 2 and before[1] == " " and (before[0].isalnum() or before[0] in ",;")
