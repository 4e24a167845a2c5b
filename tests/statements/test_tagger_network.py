"""The shipped network: shapes and probabilities, whatever its weights."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.statements.tagger import continuing
from onrecord.statements.tagger_links import Cue, question
from onrecord.statements.tagger_network import CONVENTIONS, network
from onrecord.text.windows import MOST_PIECES, windows
from onrecord.text.word_pieces import tokenizer

TEXT = "Kell wants the mill shut. The union, he said on Monday, believes it will be sold."
IDS = windows(TEXT, tokenizer())[0].ids


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_every_token_has_tags_and_they_sum_to_one(convention: str) -> None:
    tags, tokens = network(convention).encode(IDS)
    assert tags.shape == (len(IDS), 4)
    assert tokens.ndim == 2
    assert len(tokens) == len(IDS)
    assert tags.min() >= 0
    np.testing.assert_allclose(tags.sum(-1), 1.0, atol=1e-4)


def test_every_cue_has_parts_and_is_one_or_not() -> None:
    read = network()
    _, tokens = read.encode(IDS)
    cues = [Cue(1, 2, 0.9), Cue(3, 5, 0.5), Cue(7, 8, 0.4, anchor=True)]
    parts, valid = read.link(tokens, question(cues, len(IDS)))
    assert parts.shape == (3, len(IDS), 3)
    assert valid.shape == (3,)
    assert ((valid >= 0) & (valid <= 1)).all()
    np.testing.assert_allclose(parts.sum(-1), 1.0, atol=1e-4)


def test_what_is_asked_beside_a_cue_hardly_changes_its_answer() -> None:
    read = network()
    ids = np.concatenate([IDS] * 8)[:MOST_PIECES]
    _, tokens = read.encode(ids)
    alone, other = Cue(3, 5, 0.9), Cue(120, 121, 0.9)
    lone, _ = read.link(tokens, question([alone], len(ids)))
    both, _ = read.link(tokens, question([alone, other], len(ids)))
    np.testing.assert_allclose(lone[0], both[0, : lone.shape[1]], atol=0.15)


def test_conventions_are_ways_of_reading() -> None:
    tags = [network(convention).encode(IDS)[0] for convention in CONVENTIONS]
    for at, one in enumerate(tags):
        assert not any(np.allclose(one, other, atol=1e-6) for other in tags[at + 1 :])


@pytest.mark.parametrize("convention", ["", "Record", "wikinews"])
def test_an_unknown_convention_is_an_error(convention: str) -> None:
    with pytest.raises(ValueError, match=r"in tuple"):
        network(convention)


def test_the_vocabulary_holds_the_marks_between_paragraphs() -> None:
    assert [tokenizer().id_to_token(one) for one in (101, 102)] == ["[CLS]", "[SEP]"]
    continues = continuing(tokenizer())
    assert len(continues) == tokenizer().get_vocab_size()
    ids = tokenizer().encode("unpronounceable", add_special_tokens=False).ids
    assert continues[ids].tolist() == [False, *[True] * (len(ids) - 1)]


@settings(deadline=None, max_examples=15)
@given(st.lists(st.integers(0, 30_000), min_size=1, max_size=MOST_PIECES))
def test_any_pieces_are_read(ids: list[int]) -> None:
    tags, tokens = network().encode(np.array(ids, dtype=np.int64))
    assert np.isfinite(tags).all()
    assert np.isfinite(tokens).all()
    parts, valid = network().link(tokens, question([Cue(0, 1, 1.0)], len(ids)))
    assert np.isfinite(parts).all()
    assert np.isfinite(valid).all()
