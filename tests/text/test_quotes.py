from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotes import quotes_in

OPEN = "“It leaks. The pump is old."


def inners(text: str) -> list[str]:
    return [text[slice(*quote.inner)] for quote in quotes_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“It leaks,” she said. “Badly.”", ["It leaks,", "Badly."]),
        ('"It leaks," she said. "Badly."', ["It leaks,", "Badly."]),
        ("He called it a “so-called” plan and went.", ["so-called"]),
        ("'It leaks,' she said; the crew's mate agreed.", ["It leaks,"]),
        ("The captain's mate and the crew's cook left.", []),
        ('A 12" pipe burst.', []),
        ('It sets ", " between the names and "Mrs" in front.', ["Mrs"]),
        ("“It leaks. The pump is old.", ["It leaks. The pump is old."]),
        ("“She told me “no” twice,” he said. “Badly.”", ["She told me “no” twice,", "Badly."]),
        ("“It leaks, he said. “Badly.”", ["It leaks, he said. “Badly."]),
        ("It leaks,” she said. “Badly.”", ["Badly."]),
        ('“It leaks," she said.', ["It leaks,"]),
    ],
)
def test_what_stands_in_marks(text: str, inner: list[str]) -> None:
    assert inners(text) == inner


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("«Il pleut», he wrote.", ["Il pleut"]),
        ("« Il pleut », he wrote. « Encore. »", ["Il pleut", "Encore."]),
        ("«\u00a0Il pleut\u00a0», he wrote.", ["Il pleut"]),
        ("»Det regner,« he wrote. »Igen.«", ["Det regner,", "Igen."]),
        ("»Det regnar», he wrote.", ["Det regnar"]),
        ("”Det regnar”, he wrote. ”Igen.”", ["Det regnar", "Igen."]),
        ("„Es regnet“, he wrote, „schon wieder.“", ["Es regnet", "schon wieder."]),
        ("„Pada”, he wrote.", ["Pada"]),
        ("‚Es regnet‘, he wrote.", ["Es regnet"]),
        ("‹Il pleut›, he wrote.", ["Il pleut"]),
        ("„Er rief ‚Halt‘ und lief“, he wrote.", ["Er rief ‚Halt‘ und lief"]),
    ],
)
def test_marks_of_other_languages(text: str, inner: list[str]) -> None:
    assert inners(text) == inner


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("‘It’s the crew’s pump,’ she said. ‘It leaks.’", ["It’s the crew’s pump,", "It leaks."]),
        ("‘The players’ union is strong,’ he said.", ["The players’ union is strong,"]),
        ("'The players' union won't sign,' he said.", ["The players' union won't sign,"]),
        ("The players’ union met the owners’ club.", []),
        ("The players' union met the owners' club.", []),
        ("The ‘so-called experts’ went to the players’ union.", ["so-called experts"]),
        ("‘He told me “no” and left,’ she said.", ["He told me “no” and left,"]),
        ("“He told me ‘no’ and left,” she said.", ["He told me ‘no’ and left,"]),
        ("She called it ‘a farce’ and “a lie”.", ["a farce", "a lie"]),
        ("Rock ’n’ roll of the ’90s got 'em; the owners' club wept.", []),
        ("Rock 'n' roll of the '90s, 'tis said, pleased the owners'.", []),
        ("‘It leaks. The pump is old.", ["It leaks. The pump is old."]),
        ("The so-called ‘it leaks and the pump is old.", []),
        ("‘Is it old?’ he asked. ‘It is!’", ["Is it old?", "It is!"]),
    ],
)
def test_british_single_marks(text: str, inner: list[str]) -> None:
    assert inners(text) == inner


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("''It leaks,'' she said. ''Badly.''", ["It leaks,", "Badly."]),
        ("``It leaks,'' she said. ``Badly.''", ["It leaks,", "Badly."]),
        ("`` It leaks , '' she said .", ["It leaks ,"]),
        ("‘‘It leaks,’’ she said.", ["It leaks,"]),
        ("''She told me 'no,''' he said.", ["She told me 'no,'"]),
        ("'''No' is what she told me,'' he said.", ["'No' is what she told me,"]),
        ("''The crew's pump and the owners' boat,'' he said.", ["The crew's pump and the owners' boat,"]),
        ("''It leaks. The pump is old.", ["It leaks. The pump is old."]),
    ],
)
def test_two_single_marks_of_text_dumps(text: str, inner: list[str]) -> None:
    assert inners(text) == inner


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"The 12" pipe burst," she said.', ['The 12" pipe burst,']),
        ('"It was 12," she said. "Or 14" she thought.', ["It was 12,", "Or 14"]),
        ("He is 6' 2\" tall and she 5'10\".", []),
        ("‘He is 6' tall,’ she said.", ["He is 6' tall,"]),
        ("''He is 5'10'' tall,'' she said.", ["He is 5'10'' tall,"]),
        ("The board is 12' by 6'.", []),
    ],
)
def test_feet_and_inches_are_no_quotations(text: str, inner: list[str]) -> None:
    assert inners(text) == inner


def test_later_paragraphs_open_again() -> None:
    text = "“It leaks.\n\n“The pump is old.\n\n“So am I,” she said.\n\n“Why?” he asked."
    quotes = quotes_in(text, 0, len(text))
    assert [text[slice(*quote.inner)] for quote in quotes] == ["It leaks.", "The pump is old.", "So am I,", "Why?"]
    assert [quote.closed for quote in quotes] == [False, False, True, True]


def test_french_paragraphs_may_open_with_the_closing_mark() -> None:
    assert inners("« Il pleut.\n\n» Encore. », he wrote.") == ["Il pleut.", "Encore."]


def test_a_quotation_never_crosses_an_empty_line() -> None:
    assert inners("“It leaks.\n \nThe pump is old,” she said.") == ["It leaks."]
    assert inners("“It leaks,\nthe pump is old,” she said.") == ["It leaks,\nthe pump is old,"]


def test_only_the_part_asked_for() -> None:
    text = "“It leaks,” she said. “Badly.”"
    (quote,) = quotes_in(text, 12, len(text))
    assert text[slice(*quote.inner)] == "Badly."


def test_a_quotation_without_its_end_is_open() -> None:
    (quote,) = quotes_in(OPEN, 0, len(OPEN))
    assert not quote.closed


@given(st.text(alphabet="ab s.,'\"“”„«»‘’‚`5\n", max_size=80))
def test_quotations_never_overlap_and_lie_in_the_text(text: str) -> None:
    end = 0
    for quote in quotes_in(text, 0, len(text)):
        assert end <= quote.outer.start < quote.inner.start < quote.inner.end <= quote.outer.end <= len(text)
        assert any(char.isalnum() for char in text[slice(*quote.inner)])
        assert text[slice(*quote.inner)] == text[slice(*quote.inner)].strip()
        end = quote.outer.end


@pytest.mark.parametrize("mark", ["'", "''", '"', "“", "‘", "«", "s' a ", "’ ", "‘a ", '"a 5" b ', "``", "'a' "])
def test_a_page_of_marks_takes_no_time(mark: str) -> None:
    text = mark * (80_000 // len(mark))
    begun = time.process_time()
    quotes_in(text, 0, len(text))
    assert time.process_time() - begun < 5
