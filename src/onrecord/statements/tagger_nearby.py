"""The source a parser missed: the noun phrase that stands right before a cue verb, with its appositions."""

from __future__ import annotations

from onrecord.statements.tagger_words import Sentence
from onrecord.text.names import is_title

Region = tuple[int, int]
_BETWEEN = ("RB", "MD", "RP")
_HELPERS = ("had", "has", "have", "was", "were", "is", "are", "be", "been", "did", "does", "do")
_STOPS = (",", ";", ":", "—", "–", "-", "--", "that", "but")
_MAX_CHUNKS = 5


def nearby_source(sentence: Sentence, verb: int) -> Region | None:
    """The noun phrase before a verb up to the comma that opens it: "a passenger, teacher Ada Brook, recalled"."""
    last = _past_helpers(sentence, verb)
    closed = sentence.is_(last, ",")
    last -= closed
    first = _chunk_start(sentence, last)
    if first > last or not _is_phrase(sentence, first, last):
        return None
    for _ in range(_MAX_CHUNKS):
        if not _needs_more(sentence, first, closed):
            break
        start = _chunk_start(sentence, first - 2)
        if start > first - 2 or not _is_phrase(sentence, start, first - 2):
            break
        first = start
        closed = False
    return first, last


def _past_helpers(sentence: Sentence, verb: int) -> int:
    at = verb - 1
    while at >= 0 and (sentence.words[at].tag in _BETWEEN or sentence.is_(at, *_HELPERS)):
        at -= 1
    return at


def _chunk_start(sentence: Sentence, last: int) -> int:
    at = last
    while at >= 0:
        word = sentence.words[at]
        if word.quote is not None or word.lower in _STOPS or (word.lower == "and" and sentence.is_(at - 1, ",")):
            return at + 1
        at -= 1
    return 0


def _is_phrase(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words are a noun phrase or a "who ..." that hangs on one: no finite verb but in the latter."""
    words = sentence.words[first : last + 1]
    if words[0].tag in ("WP", "WDT", "WP$") or words[0].tag in ("VBG", "VBN"):
        return True
    if words[0].tag in ("IN", "TO", "VBD", "VBZ", "VBP", "MD", "WRB", "RB") and words[0].lower not in ("one",):
        return False
    relative = next((at for at, word in enumerate(words) if word.tag in ("WP", "WDT", "WP$")), len(words))
    if any(word.is_finite for word in words[:relative]):
        return _cut_relative(words)
    return any(word.tag in ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "JJ") for word in words)


def _cut_relative(words: tuple[object, ...]) -> bool:
    return False


def _needs_more(sentence: Sentence, first: int, closed: bool) -> bool:
    """Whether the phrase so far is only an apposition, a relative clause or a name that a role announces."""
    if not sentence.is_(first - 1, ",") or first < 2:
        return False
    opener = sentence.words[first]
    if opener.tag in ("WP", "WDT", "WP$", "VBG", "VBN", "CD"):
        return True
    if opener.tag in ("DT", "PRP$", "NN", "JJ") and not closed and _before_is_name(sentence, first - 2):
        return True
    return _before_is_role(sentence, first - 2)


def _before_is_name(sentence: Sentence, last: int) -> bool:
    return sentence.words[last].tag in ("NNP", "NNPS") and _chunk_start(sentence, last) + 4 > last


def _before_is_role(sentence: Sentence, last: int) -> bool:
    start = _chunk_start(sentence, last)
    words = sentence.words[start : last + 1]
    if not words or not 1 <= len(words) <= 9 or any(word.is_finite for word in words):
        return False
    return any(is_title(word.text) for word in words) and words[0].tag in ("DT", "PRP$", "NNP", "NN", "JJ", "CD")
