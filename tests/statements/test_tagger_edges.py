"""Where a content begins and ends: whole quotations, no marks around them, no stops at the ends."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.statements.tagger_edges import (
    _snapped,
    shaped,
    source_apart,
    trimmed,
    whole_words,
    with_inner_cue,
    without_that,
)
from onrecord.text.quotes import quotes_in

CASES = [
    ("She said <that the pump was broken.>", ["the pump was broken"]),
    ("“<We saw nothing>,” she said.", ["We saw nothing"]),
    ("<“We saw nothing,”> she said.", ["We saw nothing"]),
    ("“We <saw nothing at all>,” she said.", ["We saw nothing at all"]),
    ("He called it <a “gross and wilful> lie” of the port.", ["a “gross and wilful lie”"]),
    ("Kell said <the quay was “dead”>. “Not one ship came.”", ["the quay was “dead”"]),
    ("<“The quay>,” he said, <“is> closed.”", ["The quay", "is"]),
    ("<It would>, he said, <“stay closed.”>", ["It would", "“stay closed.”"]),
    ("<“The quay,”> he said, <“is closed.”>", ["The quay", "is closed."]),
    ("TORVIK, May 4 (Wire) - <, the ship sank>, police said.", ["the ship sank"]),
    ("« <On ne passe pas> », said the guard.", ["On ne passe pas"]),
    ("She said <one thing.\n\nAnd another.>", ["one thing", "And another"]),
    ("<...> she said.", []),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_the_edges_of_a_content(marked: str, expected: list[str]) -> None:
    text, pieces = unmarked(marked)
    assert [text[slice(*span)] for span in shaped(text, pieces)] == expected


def test_a_quotation_never_brings_in_the_cue() -> None:
    text, pieces = unmarked("“<The pump> broke, she said, last week.”")
    cue = Span(text.index("she said"), text.index("she said") + 8)
    assert [text[slice(*span)] for span in shaped(text, pieces, taken=[cue])] == ["The pump"]


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """The text without < and >, and what stood between them."""
    text, spans, start = "", [], 0
    for letter in marked:
        if letter == "<":
            start = len(text)
        elif letter == ">":
            spans.append(Span(start, len(text)))
        else:
            text += letter
    return text, spans


@given(
    st.text(alphabet="ab .,“”\"'«»„‘’\n-(", max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4),
)
def test_spans_are_in_order_and_hold_words(text: str, pairs: list[tuple[int, int]]) -> None:
    pieces = [Span(min(pair), min(max(pair), len(text))) for pair in pairs if min(pair) < len(text)]
    made = shaped(text, pieces)
    assert all(text[slice(*span)].strip() for span in made)
    assert all(one.end <= other.start for one, other in itertools.pairwise(made))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("the <U>.S. embassy", "U.S"),
        ("it would co-<operate> with them", "co-operate"),
        ("he <did>n’t say", "didn’t"),
        ("the <mayo>r's office", "mayor"),
        ("the <mayo>r’s office", "mayor"),
        ("<Kell> said", "Kell"),
        ("AT&<T> said", "AT&T"),
        ("<3>.5 per cent", "3.5"),
    ],
)
def test_a_span_grows_to_whole_words(marked: str, expected: str) -> None:
    text, (span,) = unmarked(marked)
    assert text[slice(*whole_words(text, span))] == expected


def test_a_word_that_never_ends_is_not_grown_over() -> None:
    grown = whole_words("a" * 80_000, Span(40_000, 40_001))
    assert grown.end - grown.start <= 2 * 60 + 1


@pytest.mark.parametrize(
    ("marked", "expected"),
    [("<, Kell —>", "Kell"), ("<Kell (the mayor)>", "Kell (the mayor)"), ("< - >", None), ("<St.>", "St.")],
)
def test_marks_and_white_space_are_trimmed(marked: str, expected: str | None) -> None:
    text, (span,) = unmarked(marked)
    left = trimmed(text, span)
    assert (left and text[slice(*left)]) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<said “we saw nothing> at all”", "said “we saw nothing at all”"),
        ("<said “we> saw nothing at all”", "said "),
        ("“we saw nothing at <all” he said>", " he said"),
        ("“we <saw> nothing at all”", "saw"),
        ("“<we saw nothing> at all”", "“we saw nothing at all”"),
    ],
)
def test_a_quotation_is_taken_whole_or_left_out(marked: str, expected: str) -> None:
    text, (span,) = unmarked(marked)
    assert text[slice(*_snapped(text, span, quotes_in(text, 0, len(text)), []))] == expected


LETTERS = "ab .,“”\"'«»’\n-(&"
PLACES = st.tuples(st.integers(0, 60), st.integers(0, 60))


def within(text: str, pair: tuple[int, int]) -> Span:
    start, end = sorted(min(place, len(text)) for place in pair)
    return Span(start, end)


@given(st.text(alphabet=LETTERS, min_size=1, max_size=60), PLACES)
def test_whole_words_never_shrink_a_span_nor_cut_a_word(text: str, pair: tuple[int, int]) -> None:
    span = within(text, pair)
    grown = whole_words(text, span)
    assert 0 <= grown.start <= span.start <= span.end <= grown.end <= len(text)
    for place in grown:
        assert place in (0, len(text)) or not text[place - 1 : place + 1].isalnum()
    assert whole_words(text, grown) == grown


@given(st.text(alphabet=LETTERS, max_size=60), PLACES)
def test_trimmed_lies_within_and_keeps_every_word(text: str, pair: tuple[int, int]) -> None:
    span = within(text, pair)
    left = trimmed(text, span)
    letters = [place for place in range(*span) if text[place].isalnum()]
    if left is None:
        assert not letters
        return
    assert span.start <= left.start < left.end <= span.end
    assert all(left.start <= place < left.end for place in letters)
    assert not text[left.start].isspace()
    assert not text[left.end - 1].isspace()


@given(st.text(alphabet=LETTERS, max_size=60), PLACES, st.lists(PLACES, max_size=2))
def test_snapped_lies_in_the_text(text: str, pair: tuple[int, int], pairs: list[tuple[int, int]]) -> None:
    span, quotes = within(text, pair), quotes_in(text, 0, len(text))
    snapped = _snapped(text, span, quotes, [within(text, one) for one in pairs])
    assert 0 <= snapped.start <= snapped.end <= len(text)


@given(st.text(alphabet=LETTERS, max_size=60), PLACES)
def test_snapped_never_ends_inside_a_quotation_that_it_enters(text: str, pair: tuple[int, int]) -> None:
    quotes = quotes_in(text, 0, len(text))
    start, end = _snapped(text, within(text, pair), quotes, [])
    for quote in quotes:
        if start < quote.outer.start < end:
            assert end >= quote.outer.end
        if start < quote.outer.end < end:
            assert start <= quote.outer.start


@given(st.text(alphabet=LETTERS, max_size=60), st.lists(PLACES, max_size=3), st.lists(PLACES, max_size=2))
def test_shaped_pieces_lie_in_the_text(text: str, pairs: list[tuple[int, int]], barred: list[tuple[int, int]]) -> None:
    taken = [within(text, pair) for pair in barred]
    for span in shaped(text, [whole_words(text, within(text, pair)) for pair in pairs], taken=taken):
        assert 0 <= span.start < span.end <= len(text)
        assert any(letter.isalnum() for letter in text[slice(*span)])


def test_the_source_of_an_according_to_ends_at_its_comma_where_the_content_goes_on() -> None:
    text, (cue, source, content) = unmarked("<According to> <the Harrow Post, Nora> <Calder left the hall>.")
    cut, pieces = source_apart(text, cue, source, [content])
    assert cut is not None
    assert text[slice(*cut)] == "the Harrow Post"
    assert text[slice(*pieces[0])].strip() == "Nora Calder left the hall"
    assert source_apart(text, cue, cut, pieces)[0] == cut


def test_the_end_of_somebody_elses_quotation_is_left_out() -> None:
    text, pieces = unmarked("“The crane was sold to a yard <in the south>” She added, “<It was old>.”")
    assert [text[slice(*one)] for one in shaped(text, pieces)] == ["It was old."]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [("<told reporters that> it was", "told reporters"), ("<that> it was", "that"), ("<said> it was", "said")],
)
def test_a_cue_ends_before_its_that(marked: str, expected: str) -> None:
    text, (cue,) = unmarked(marked)
    assert text[slice(*(without_that(text, cue) or cue))] == expected


def test_a_cue_amid_its_content_stays_in_it() -> None:
    text, (before, cue, after) = unmarked("<Trains have> <reportedly> <passed>.")
    assert [text[slice(*one)] for one in with_inner_cue([before, after], cue)] == ["Trains have reportedly passed"]
    assert with_inner_cue([after], cue) == [after]
