"""Windows of word pieces: every word once, none over the limit, cut where a reader would cut."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.windows import MOST_PIECES, Window, windows
from onrecord.text.word_pieces import tokenizer

FIRST, BETWEEN = 101, 102


def made(text: str, most: int = MOST_PIECES) -> list[Window]:
    return windows(text, tokenizer(), most=most)


def pieces(window: Window) -> list[tuple[int, int]]:
    """The places of its word pieces, without its marks."""
    places = zip(window.starts.tolist(), window.ends.tolist(), strict=True)
    return [(start, end) for start, end in places if end > start]


def shown(text: str, window: Window) -> str:
    held = pieces(window)
    return text[held[0][0] : held[-1][1]]


def test_a_short_text_is_one_window_with_marks_behind_its_paragraphs() -> None:
    text = "Kell said so.\n\nThe mill\ndid not."
    (window,) = made(text)
    assert window.ids[0] == FIRST
    assert [text[: window.starts[at]] for at in np.flatnonzero(window.ids == BETWEEN)] == ["Kell said so.", text]
    assert [text[slice(*place)] for place in pieces(window)] == [
        *("Ke", "ll", "said", "so", "."),
        *("The", "mill", "did", "not", "."),
    ]


def test_a_text_without_words_has_no_window() -> None:
    assert made("") == made(" \n\n \n") == []


def test_whole_paragraphs_stay_together() -> None:
    paragraphs = [" ".join(["mill"] * size) for size in (5, 4, 6, 3)]
    text = "\n\n".join(paragraphs)
    assert [shown(text, one) for one in made(text, most=14)] == [
        "\n\n".join(paragraphs[:2]),
        "\n\n".join(paragraphs[2:]),
    ]


def test_a_long_paragraph_is_cut_at_sentences() -> None:
    sentences = ["The mill was shut in May.", "Nobody knew why.", "The river rose over the road.", "It rained."]
    text = " ".join(sentences)
    assert [shown(text, one) for one in made(text, most=14)] == [" ".join(sentences[:2]), " ".join(sentences[2:])]


def test_a_sentence_that_is_too_long_is_cut_where_it_must_be() -> None:
    text = " ".join(["mill"] * 100)
    assert [len(one.ids) for one in made(text, most=32)] == [32, 32, 32, 12]


def test_marks_of_the_vocabulary_in_a_text_are_read_as_any_other_word() -> None:
    text = "[CLS] [SEP] [PAD] [MASK] said Kell."
    (window,) = made(text)
    assert shown(text, window) == text


@pytest.mark.parametrize("text", ["a" * 500, "😀" * 500, "قال " * 50, "said\u200b" * 50, "\x00 said \ufeff so"])
def test_odd_texts_have_windows_too(text: str) -> None:
    for window in made(text, most=32):
        assert len(window.ids) <= 32
        assert all(0 <= start < end <= len(text) for start, end in pieces(window))


WORDS = st.sampled_from(
    [
        "said ",
        "unpronounceable ",
        "U.S. ",
        "Kell. ",
        "The ",
        "“it is” ",
        "\n",
        "\n\n",
        "co-operate, ",
        "é",
        "😀 ",
        "a.m. ",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=120).map("".join), st.text(max_size=80))


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.integers(4, 40))
def test_every_word_is_in_exactly_one_window(text: str, most: int) -> None:
    found = made(text, most)
    places = [place for window in found for place in pieces(window)]
    assert all(one[1] <= other[0] or one == other for one, other in pairwise(places))
    whole = [place for window in made(text, 100_000) for place in pieces(window)]
    assert places == whole


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.integers(4, 40))
def test_no_window_is_too_long_and_offsets_slice(text: str, most: int) -> None:
    for window in made(text, most):
        assert 3 <= len(window.ids) == len(window.starts) == len(window.ends) <= most
        assert window.ids[0] == FIRST
        assert window.ids[-1] == BETWEEN
        assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in pieces(window))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["said ", "Kell ", "mill. ", "The ", "\n\n"]), max_size=60).map("".join))
def test_no_word_of_plain_prose_is_left_out(text: str) -> None:
    held = "".join(text[slice(*place)] for window in made(text, 20) for place in pieces(window))
    assert held == "".join(text.split())
