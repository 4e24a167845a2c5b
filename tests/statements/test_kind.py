from __future__ import annotations

import pytest

from onrecord.model import Attribution, Span
from onrecord.statements.kind import kind_of
from tests.knowledge.marked import marked

TEXT = "“It is old,” she said. He said it was “a wreck” at best. They said so."


@pytest.mark.parametrize(
    ("content", "kind"),
    [("It is old", "direct"), ("it was “a wreck” at best", "mixed"), ("so", "indirect"), ("“a wreck”", "mixed")],
)
def test_whose_words(content: str, kind: str) -> None:
    start = TEXT.rindex(content)
    assert kind_of(TEXT, Attribution((Span(start, start + len(content)),))) == kind


PIECES = [
    ("“It is old. It leaks,” she said.", "It leaks", "direct"),
    ('"It is old. It leaks," she said.', "It leaks", "direct"),
    ("“It is old,” she said. It leaks.", "It leaks", "indirect"),
    ("“It is old,” she said.", "“It is old,”", "direct"),
    ("She said “old” was wrong.", "“old”", "mixed"),
    ("“It is old.\n\nIt leaks.", "It leaks", "indirect"),
]


@pytest.mark.parametrize(("text", "content", "kind"), PIECES)
def test_pieces_of_a_quotation(text: str, content: str, kind: str) -> None:
    start = text.index(content)
    assert kind_of(text, Attribution((Span(start, start + len(content)),))) == kind


TURNS = [
    ("<Kell>{:} [We left at nine. It was dark.]", "direct"),
    ("<Kell>{:} [We left at nine. It was dark].", "direct"),
    ("It began at noon.\n\n<Kell>: [We left at nine.]", "direct"),
    ("<Kell>{:} [no sign of rain]", "indirect"),
    ("<Kell>{:} [Rain is over]", "indirect"),
    ("The mayor, <Kell>{:} [We left at nine.]", "indirect"),
    ("<Kell> {said} [We left at nine.]", "indirect"),
    ("<Kell>, mayor of this town{:} [We left at nine.]", "indirect"),
]


@pytest.mark.parametrize(("example", "kind"), TURNS)
def test_a_turn_is_in_the_speakers_own_words(example: str, kind: str) -> None:
    assert kind_of(*marked(example)) == kind
