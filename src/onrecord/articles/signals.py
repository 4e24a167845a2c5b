"""Signs that a text is only a part of its story, or more than one story; each with its reason in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.articles.body_features import letters_of
from onrecord.articles.dateline import dateline_of
from onrecord.articles.prose import is_prose, is_sentence, word_count
from onrecord.model import Signal

TRAILS = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"”’»)\]]*$")
SAID_LEAST = 500  # letters: shorter ones are summaries
LONGER = 1.5
MIDDLE = 20  # words: a shorter last line without a full stop may be a line of its own kind
BROKEN = re.compile(r"\s[^\W\d_A-Z]+$")
DATELINE_FROM = 4


def body_signals(paragraphs: Sequence[str], *, said: str = "") -> tuple[Signal, ...]:
    """What speaks against a text being one whole story. ``said``: the body as the metadata give it."""
    if not paragraphs:
        return ()
    return (*_cut(paragraphs, said), *_glued(paragraphs, said))


def _cut(paragraphs: Sequence[str], said: str) -> Iterator[Signal]:
    last, ours, theirs = paragraphs[-1], _size(paragraphs), len(letters_of(said))
    if theirs >= SAID_LEAST and theirs > LONGER * ours and _begins(paragraphs, said):
        yield Signal("cut", f"the page's metadata hold a body {theirs / max(1, ours):.1f} times as long")
    elif TRAILS.search(last) and is_prose(last):
        yield Signal("cut", f"it ends in an ellipsis: “{last[-60:]}”")
    elif word_count(last) >= MIDDLE and BROKEN.search(last) and all(map(is_sentence, paragraphs[-3:-1])):
        yield Signal("cut", f"it ends in the middle of a sentence: “{last[-60:]}”")


def _glued(paragraphs: Sequence[str], said: str) -> Iterator[Signal]:
    ours, theirs = _size(paragraphs), len(letters_of(said))
    if theirs >= SAID_LEAST and ours > LONGER * theirs and is_sentence(said.strip()) and _begins(paragraphs, said):
        yield Signal("glued", f"the body in the page's metadata is {ours / theirs:.1f} times shorter")
        return
    if not dateline_of(paragraphs[0]).place:
        return
    second = next((line for line in paragraphs[DATELINE_FROM:] if dateline_of(line).credit), None)
    if second:
        yield Signal("glued", f"a second dateline stands inside: “{second[:60]}”")


def _size(paragraphs: Sequence[str]) -> int:
    return sum(len(letters_of(line)) for line in paragraphs)


def _begins(paragraphs: Sequence[str], said: str) -> bool:
    """Whether both speak of one story: a paragraph of the text stands in the body that is claimed."""
    whole = letters_of(said)
    return any(letters_of(line[:200])[:60] in whole for line in paragraphs[:3])
