"""A quotation with a speaker and a verb of saying right behind it is theirs."""

from __future__ import annotations

import pytest

from onrecord.model import Attribution, Span
from onrecord.statements.forms_owned import with_owned_quotations

TEXT = "“It leaks,” said Nora Calder. “It does not,” Peter Reel said. “It never did.”"


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def shown(found: list[Attribution]) -> list[tuple[str, list[str]]]:
    return sorted(
        (TEXT[slice(*one.source)] if one.source else "", [TEXT[slice(*part)] for part in one.content]) for one in found
    )


def test_a_quotation_is_taken_from_whoever_does_not_own_it() -> None:
    pieces = (span("It leaks"), span("It does not"), span("It never did."))
    one = Attribution(
        pieces, Span(*span("Peter Reel said"))._replace(start=span("Peter Reel said").end - 4), span("Peter Reel")
    )
    assert shown(with_owned_quotations(TEXT, [one])) == [
        ("Nora Calder", ["It leaks"]),
        ("Peter Reel", ["It does not", "It never did."]),
    ]


def test_what_is_right_is_left_as_it_is() -> None:
    first = Attribution((span("It leaks"),), span("said"), span("Nora Calder"))
    assert with_owned_quotations(TEXT, [first]) == [first]


@pytest.mark.parametrize("text", ["“It leaks.” Nora Calder left.", "“It leaks,” the film was called.", "“It leaks"])
def test_without_a_verb_of_saying_behind_it_nobody_owns_it(text: str) -> None:
    one = Attribution((span("It leaks", text), Span(len(text) - 1, len(text))), None, None)
    assert with_owned_quotations(text, [one]) == [one]
