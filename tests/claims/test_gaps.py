"""Who has not been heard, and what is missing."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.claims.gaps import missing, not_heard
from onrecord.claims.positions import positions
from onrecord.model import Origin, Statement

Say = Callable[..., Statement]
NAMES = {
    "Norway": frozenset({"Norway", "Norwegian"}),
    "Corvex Energy": frozenset({"Corvex Energy", "Corvex"}),
    "Spain": frozenset({"Spain"}),
    "A": frozenset({"A"}),
}


def test_parties_named_that_have_said_nothing(say: Say) -> None:
    said = [say("1", "A", text="Corvex's men and Norwegian ships took it.")]
    assert not_heard(said, NAMES, positions(said, {})) == ("Corvex Energy", "Norway")


def test_who_answered_or_declined_was_heard(say: Say) -> None:
    said = [
        say("1", "A", text="Corvex and Norway took it."),
        say("2", "Norway", "no_comment"),
        say("3", "Corvex Energy", "denies"),
    ]
    assert not_heard(said, NAMES, positions(said, {})) == ()


def test_names_within_words_and_in_mere_opinions_do_not_count(say: Say) -> None:
    said = [say("1", "A", text="The Spainish inn."), say("2", "A", "other", text="Let Norway pay.")]
    assert not_heard(said, NAMES, positions(said, {})) == ()


def test_what_is_missing_is_true_of_the_record(say: Say) -> None:
    relayed = [say("1", "A", "relays")]
    assert "Nobody in the record asserts it." in missing(relayed, [], [])
    unnamed = [say("1", "A", name=None)]
    assert "Only unnamed sources assert it." in missing(unnamed, [], [])
    both = [say("1", "A"), say("2", "B", "denies")]
    found = missing(both, positions(both, {}), [Origin("A", "a1", "on the record")])
    assert found == ("No second party has shown knowledge of its own.",)
