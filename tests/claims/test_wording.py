"""A claim goes by words that somebody said."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


def test_words_that_name_their_subject_come_before_words_that_point_to_it(say: Callable[..., Statement]) -> None:
    said = [
        say("1", "A", text="The captain says it left with its door open and that they knew"),
        say("2", "A", text="The ferry Isabel left Tornby with an open door"),
    ]
    assert wording(said, {}) == "The ferry Isabel left Tornby with an open door"


def test_a_that_before_the_words_is_left_out(say: Callable[..., Statement]) -> None:
    assert wording([say("1", "A", text="that the ferry left with its door open")], {}) == (
        "the ferry left with its door open"
    )
    assert wording([say("1", "A", text="That was the ferry with the open door")], {}).startswith("That was")


def test_there_was_asks_for_nothing_before_it(say: Callable[..., Statement]) -> None:
    said = [say("1", "A", text="the police figure of 40 aboard"), say("2", "A", text="There were 40 people aboard")]
    assert wording(said, {}) == "There were 40 people aboard"


def test_a_doubt_is_no_wording_where_somebody_asserts(say: Callable[..., Statement]) -> None:
    said = [say("1", "A", text="all of it", name=None), say("2", "B", "doubts", text="The ferry Isabel left Tornby")]
    assert wording(said, {}) == "all of it"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(texts=st.lists(st.text(max_size=60), min_size=1, max_size=5), seed=st.randoms())
def test_the_words_are_somebodys_in_any_order(
    say: Callable[..., Statement],
    texts: list[str],
    seed: st.randoms,  # type: ignore[valid-type]
) -> None:
    said = [say(str(at), "A", text=text) for at, text in enumerate(texts)]
    shuffled = list(said)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    words = wording(said, {})
    assert wording(shuffled, {}) == words
    assert any(words in " ".join(text.split()) for text in texts)


def test_some_words_could_be_neither_true_nor_false() -> None:
    assert not says_something("the finding")
    assert not says_something("to be")
    assert says_something("The door stood open")
    assert says_something("four dead on the night ferry")
