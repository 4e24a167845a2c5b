"""Quotations that one attribution swallowed though another speaker or cue stands before them."""

from __future__ import annotations

import re

import pytest

from onrecord.model import Attribution, Span
from onrecord.statements.forms_inner import inner_quotations


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def shown(text: str, found: list[Attribution]) -> list[tuple[str, str, list[str]]]:
    def words(one: Span | None) -> str:
        return text[slice(*one)] if one else ""

    return [(words(one.source), words(one.cue), [words(part) for part in one.content]) for one in found]


def test_a_named_speaker_in_an_according_to() -> None:
    text = "According to the Harrow Post, Nora Calder said on Thursday, “The crane is sound.”"
    one = Attribution((Span(30, len(text)),), span(text, "According to"), span(text, "the Harrow Post"))
    assert shown(text, inner_quotations(text, [one])) == [("Nora Calder", "said", ["The crane is sound."])]


@pytest.mark.parametrize("link", ["adding", "and adding", "stressing that"])
def test_a_participle_between_two_quotations_begins_a_statement_of_its_own(link: str) -> None:
    text = f"She said, “It leaks,” {link}, “It is old.”"
    one = Attribution((Span(11, len(text) - 1),), span(text, "said"), span(text, "She"))
    cue = re.findall(r"\w+ing", link)[0]
    assert shown(text, inner_quotations(text, [one])) == [("She", "said", ["It leaks,"]), ("She", cue, ["It is old."])]


def test_what_has_no_quotation_or_no_link_is_left_as_it_is() -> None:
    text = "According to the Harrow Post, Nora Calder said it was sound. “It is,” she said, “old.”"
    plain = Attribution((Span(30, 59),), span(text, "According to"), span(text, "the Harrow Post"))
    split = Attribution((span(text, "It is"), span(text, "old.")), span(text, "she said"), span(text, "she"))
    assert inner_quotations(text, [plain, split]) == [plain, split]
