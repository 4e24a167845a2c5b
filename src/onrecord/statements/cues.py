"""The verbs that attribute, as a lexicon: ``knowledge/cues.tsv`` by inflected form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from onrecord.knowledge.tables import table
from onrecord.statements.tagger_words import Sentence

Frames: TypeAlias = frozenset[str]
Lexicon: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], Frames], ...]]


@cache
def lexicon() -> Lexicon:
    """First word of a form -> (the words after it, the frames), longest first: "points" -> ("out",), {"c", "o"}."""
    found: dict[str, list[tuple[tuple[str, ...], Frames]]] = {}
    for row in table("cues"):
        for form in row["forms"].split(","):
            first, *rest = form.split()
            found.setdefault(first, []).append((tuple(rest), frozenset(row["frames"].split())))
    return {first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in found.items()}


def cue_at(sentence: Sentence, at: int) -> tuple[int, Frames] | None:
    """Where the cue that begins with this word ends, and its frames; None where the word is no cue."""
    if not sentence.words[at].is_verb:
        return None
    for rest, frames in lexicon().get(sentence.words[at].lower, ()):
        if all(sentence.is_(at + 1 + i, word) for i, word in enumerate(rest)):
            return at + len(rest), frames
    return None
