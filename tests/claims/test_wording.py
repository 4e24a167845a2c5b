"""A claim goes by words that somebody said."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.claims.wording import says_something, wording
from onrecord.model import Statement


def test_an_assertion_on_record_that_says_most_of_the_rest(say: Callable[..., Statement]) -> None:
    said = [
        say("1", "B", "denies", text="The ferry never left the harbour with an open door"),
        say("2", "A", text="The ferry left the harbour with its door open"),
        say("3", "A", text="It was a cold morning and nobody was on the pier"),
        say("4", "A", text="The ferry left the harbour with its door wide open", name=None),
    ]
    assert wording(said, {}) == "The ferry left the harbour with its door open"
    assert wording(list(reversed(said)), {}) == wording(said, {})


def test_without_an_assertion_what_is_denied(say: Callable[..., Statement]) -> None:
    said = [say("1", "B", "investigating", text="the matter"), say("2", "B", "denies", text="There is  no plan, ")]
    assert wording(said, {}) == "There is no plan"


def test_who_stands_by_it_today_comes_first(say: Callable[..., Statement]) -> None:
    said = [
        say("1", "A", text="The ferry left with its door open"),
        say("2", "B", text="The ferry left with an open door"),
    ]
    assert wording(said, {}, holding=["B"]) == "The ferry left with an open door"
    assert wording(said, {}, holding=["A"]) == "The ferry left with its door open"


def test_words_that_stand_alone_come_before_words_that_lean(say: Callable[..., Statement]) -> None:
    said = [
        say("1", "A", text="It was the ferry that left with its door open"),
        say("2", "A", text="The ferry of the island left with its door open"),
    ]
    assert wording(said, {}) == "The ferry of the island left with its door open"


def test_some_words_could_be_neither_true_nor_false() -> None:
    assert not says_something("the finding")
    assert not says_something("to be")
    assert says_something("The door stood open")
    assert says_something("four dead on the night ferry")
