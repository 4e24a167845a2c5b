"""Who has not been heard, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.claims.gaps import Around, missing, not_heard
from onrecord.claims.positions import positions
from onrecord.model import Origin, Statement

Say = Callable[..., Statement]
ALONE = Around()
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


def gaps(said: Sequence[Statement], *origins: str, unheard: Sequence[str] = (), around: Around = ALONE) -> set[str]:
    found = [Origin(party, "a1", "on the record") for party in origins]
    return set(missing(said, positions(said, {}), found, unheard=unheard, around=around))


def test_nobody_asserts_it_or_nobody_named(say: Say) -> None:
    assert "Nobody in the record asserts it." in gaps([say("1", "A", "denies")])
    assert "Only unnamed sources assert it." in gaps([say("1", "A", name=None)])
    named = gaps([say("1", "A", name=None), say("2", "B")], "B")
    assert not named & {"Nobody in the record asserts it.", "Only unnamed sources assert it."}


def test_nobody_knows_it_for_themselves_or_only_one_does(say: Say) -> None:
    none, one = (
        "Nobody who asserts it has shown knowledge of their own.",
        "No second party has shown knowledge of its own.",
    )
    said = [say("1", "A"), say("2", "B")]
    assert none in gaps(said)
    assert one not in gaps(said)
    assert one in gaps(said, "A")
    assert none not in gaps(said, "A")
    assert not gaps(said, "A", "B") & {none, one}


def test_nobody_is_quoted(say: Say) -> None:
    sentence = "Nobody is quoted asserting it in their own words."
    assert sentence in gaps([replace(say("1", "A"), kind="indirect")])
    assert sentence not in gaps([replace(say("1", "A"), kind="mixed")])


def test_no_document_is_named(say: Say) -> None:
    sentence = "Nobody who asserts it names a document or a picture."
    assert sentence in gaps([say("1", "A", text="The gate was open")])
    assert sentence not in gaps([say("1", "A", text="The photographs show the gate open")])
    assert sentence not in gaps([replace(say("1", "A"), basis=("citing the harbour log",))])
    assert sentence in gaps([say("1", "A"), say("2", "B", "denies", text="The letter is a fake")])


def test_only_one_side_is_heard(say: Say) -> None:
    sentence, one_side = "Only one side is heard; parties that it names are not.", [say("1", "A"), say("2", "B")]
    assert sentence in gaps(one_side, unheard=["Norway"])
    assert sentence not in gaps(one_side)
    assert sentence not in gaps([*one_side, say("3", "C", "no_comment")], unheard=["Norway"])
    assert "Nobody but the party that asserts it has taken a position." in gaps(one_side[:1], "A")


def test_only_passed_on(say: Say) -> None:
    relayed = replace(say("1", None, "relays", name=None), relay=("Morning Post",))
    assert {"It is known only through other outlets.", "It is only passed on: nobody takes a stand on it."} <= gaps(
        [relayed]
    )
    assert not gaps([relayed, say("2", "A")]) & {
        "It is known only through other outlets.",
        "It is only passed on: nobody takes a stand on it.",
    }


def test_only_one_outlet(say: Say) -> None:
    sentence, said = "Only one outlet has it.", [say("1", "A"), say("2", "B", article="a2")]
    assert sentence in gaps(said, around=Around(outlets={"a1": "Post", "a2": "Post"}))
    assert sentence not in gaps(said, around=Around(outlets={"a1": "Post", "a2": "Herald"}))
    assert sentence not in gaps(said, around=Around(outlets={"a1": "Post"}))


def test_contested_and_left_so(say: Say) -> None:
    said = [say("1", "A", on="2026-01-01"), say("2", "B", "denies", on="2026-01-02")]
    later, soon = Around({"a1": "2026-01-02", "a9": "2026-01-09"}), Around({"a1": "2026-01-02", "a9": "2026-01-08"})
    assert "Contested, and no word on it since 2026-01-02." in gaps(said, around=later)
    assert not any(one.startswith("Contested") for one in gaps(said, around=soon) | gaps(said[:1], around=later))


def test_nothing_is_missing_where_all_is_there(say: Say) -> None:
    said = [say("1", "A", text="Our photographs show it"), say("2", "B", article="a2")]
    assert gaps(said, "A", "B", around=Around(outlets={"a1": "Post", "a2": "Herald"})) == set()
