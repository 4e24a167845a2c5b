"""Finds attributions in a text with the trained network: cues first, then for each cue its source and content."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.knowledge.tables import table
from onrecord.model import Attribution, Span
from onrecord.statements.tagger_decode import Linked, linked, runs, standing
from onrecord.statements.tagger_edges import (
    shaped,
    source_apart,
    trimmed,
    whole_words,
    with_inner_cue,
    without_that,
)
from onrecord.statements.tagger_links import candidates, question
from onrecord.statements.tagger_network import Network, network
from onrecord.statements.tagger_settings import Settings, settings
from onrecord.text.windows import Window, windows
from onrecord.text.word_pieces import tokenizer

MAX_TEXT = 80_000  # characters


def tag(text: str, *, convention: str = "any") -> list[Attribution]:
    """The attributions of a text, in order of place. Only the first 80,000 characters are read.

    ``convention``: by whose notion of a statement, see ``tagger_network.CONVENTIONS``.
    """
    return find(text[:MAX_TEXT], network(convention), tokenizer(), settings())


def find(text: str, network: Network, tokenizer: Tokenizer, settings: Settings) -> list[Attribution]:
    """The attributions that a network finds in a text, in order of place."""
    continues = continuing(tokenizer)
    found = [
        one
        for window in windows(text, tokenizer)
        for one in _in_window(text, window, network, continues[window.ids], settings)
    ]
    return sorted(found, key=_place)


@cache
def continuing(tokenizer: Tokenizer) -> NDArray[np.bool_]:
    """For every word piece of the vocabulary, whether it goes on with the word before it."""
    pieces = [tokenizer.id_to_token(one) or "" for one in range(tokenizer.get_vocab_size())]
    return np.array([piece.startswith("##") for piece in pieces])


def _in_window(
    text: str, window: Window, network: Network, continues: NDArray[np.bool_], settings: Settings
) -> list[Attribution]:
    bounds = settings.bounds
    tags, tokens = network.encode(window.ids)
    cues = candidates(tags, least=bounds.cue, least_anchor=bounds.anchor)
    if not cues:
        return []
    answers = network.link(tokens, question(cues, len(window.ids)))
    stand = standing(linked(cues, answers, continues, bounds), bounds)
    made = (_attribution(text, window, one, settings) for one in stand)
    return [one for one in made if one is not None]


def _attribution(text: str, window: Window, one: Linked, settings: Settings) -> Attribution | None:
    cue = None if one.cue.anchor else whole_words(text, _span(window, one.cue.start, one.cue.end))
    if cue is not None and cue.start == cue.end:  # nothing but a mark between paragraphs
        return None
    sources = [whole_words(text, _span(window, start, end)) for start, end in runs(one.source, gap=1)]
    source = trimmed(text, sources[0]) if sources else None
    pieces = [whole_words(text, _span(window, start, end)) for start, end in runs(one.content)]
    if source is not None and cue is not None and _leans_back(text, cue, source):
        source = None
    source, pieces = source_apart(text, cue, source, pieces)
    if source is None and cue is not None:
        pieces = with_inner_cue(pieces, cue)
    cue = without_that(text, cue)
    content = shaped(text, pieces, taken=[part for part in (cue, source) if part is not None])
    sure = settings.share_right(one.sureness)
    if not content or (source is None and cue is not None and _is_told_by_nobody(text, cue)):
        return None
    return Attribution(content, cue, source, sure)


def _is_told_by_nobody(text: str, cue: Span) -> bool:
    """Whether a cue without a source is the writer's own word (``knowledge/no_cues.tsv``): "is known to"."""
    said = " ".join(text[slice(*cue)].lower().split())
    return any(said.endswith(row["cue"]) for row in table("no_cues"))


def _leans_back(text: str, cue: Span, source: Span) -> bool:
    """Whether all that is found for a participle, "adding", is an article: its source is that of the cue before."""
    return text[slice(*cue)].split(maxsplit=1)[0].endswith("ing") and text[slice(*source)].lower() in ("the", "a", "an")


def _span(window: Window, start: int, end: int) -> Span:
    return Span(int(window.starts[start]), int(window.ends[start:end].max()))


def _place(one: Attribution) -> tuple[int, int]:
    return one.content[0].start, one.cue.start if one.cue else 0
