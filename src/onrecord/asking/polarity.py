"""Whether words deny what other words say: negation that reaches the shared words, and converse words."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

from onrecord.knowledge.tables import table
from onrecord.text.likeness import WORD, stem

REACH = 4  # words that a negation reaches over to the word it bears on
_NO = re.compile(
    r"\b(?:not(?! (?:only|just|least))|never|no(?! (?:doubt|longer than|later|fewer|less|more|matter|wonder))"
    r"|nobody|none|neither|nor|without|cannot"
    r"|hardly|(?:is|was|are|were|do|does|did|has|have|had|would|wo|ca|could)n['’]t"
    r"|(?:refus(?:e|es|ed|ing)|fail(?:s|ed|ing)?|declin(?:e|es|ed|ing)) to|falsely|den(?:y|ies|ied|ying))\b",
    re.I,
)

_NO_DENIAL = re.compile(r"den|without|falsely|hardly|fail|nor\b", re.I)


def negations(text: str) -> tuple[str, ...]:
    """The words of a text that deny, as written, in order."""
    return tuple(found.group() for found in _NO.finditer(text))


def denial(text: str) -> tuple[str, ...]:
    """The words by which a claim is put as a denial: an odd number of them, none behind a comma or "that" or "because".

    "The mayor denied it" is a claim about a denial, "a man without shoes" one about a man.
    """
    main = re.split(r"[,;:]|\b(?:that|because|who|which|after|when|if)\b", text, maxsplit=1)[0]
    found = tuple(one for one in negations(main) if not _NO_DENIAL.match(one))
    return found if len(found) % 2 else ()


def negated_stems(text: str) -> set[str]:
    """Stems of the words that a negation stands before, at most REACH words away in the same clause."""
    reached: set[str] = set()
    for found in _NO.finditer(text):
        clause = re.split(
            r"[,;:.!?]|\b(?:but|because|that|who|which)\b", text[found.end() : found.end() + 80], maxsplit=1
        )[0]
        reached.update(stem(word.group().casefold()) for word in list(WORD.finditer(clause))[: REACH + 2])
    return reached


def denies(asked: Collection[str], text: str) -> bool:
    """True where a negation of ``text`` bears on one of the ``asked`` stems."""
    return bool(negated_stems(text) & set(asked))


@cache
def _converses() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    pairs = [(row["word"], row["converse"]) for row in table("converses")]
    return tuple(
        (re.compile(rf"\b(?:{one})\b", re.I), re.compile(rf"\b(?:{other})\b", re.I))
        for pair in pairs
        for one, other in (pair, pair[::-1])
    )


def converse(asked: str, text: str) -> tuple[str, str] | None:
    """A word asked and a word of the text that is its opposite, as written; none where the text has the word asked."""
    for written, one, other in _converses_of(asked):
        told = other.search(text)
        if told and not one.search(text):
            return written, told.group()
    return None


@lru_cache(maxsize=64)  # one question is held against every sentence of an article
def _converses_of(asked: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    found = ((one.search(asked), one, other) for one, other in _converses() if not other.search(asked))
    return tuple((first.group(), one, other) for first, one, other in found if first)
