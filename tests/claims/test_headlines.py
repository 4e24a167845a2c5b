"""A headline beside what its article has of the claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.claims.headlines import headline_gaps
from onrecord.model import Stance, Statement

Say = Callable[..., Statement]
WORDS = "the harbour crane had failed its last inspection"


def gap(headline: str, *said: Statement) -> tuple[str, str] | None:
    found = headline_gaps(said, {"a1": headline})
    return (found[0].says, found[0].body) if found else None


def test_a_headline_asserts_what_the_body_only_relays(say: Say) -> None:
    said = say("1", None, "relays", name=None, text=WORDS)
    (found,) = headline_gaps([said], {"a1": "Harbour crane failed inspection"})
    assert (found.article, found.says, found.body) == ("a1", "asserts", "relays")
    assert (found.headline, found.words, found.statement) == ("Harbour crane failed inspection", WORDS, "1")


def test_the_word_of_unnamed_sources_is_relayed(say: Say) -> None:
    assert gap("Exclusive: Harbour crane failed inspection", say("1", None, name=None, text=WORDS)) == (
        "asserts",
        "relays",
    )


def test_a_headline_tells_or_asks_what_the_body_denies(say: Say) -> None:
    denied = say("1", "Port", "denies", text=WORDS)
    assert gap("Harbour crane failed inspection", denied) == ("asserts", "denies")
    assert gap("Did the harbour crane fail inspection?", denied) == ("asks", "denies")
    assert gap("Did the harbour crane fail inspection?", say("1", None, "relays", name=None, text=WORDS)) is None


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour crane failed inspection, union says",
        "Union: harbour crane failed inspection",
        '"Harbour crane failed inspection"',
        "Harbour crane reportedly failed inspection",
        "Harbour crane may have failed inspection",
        "Harbour crane never failed inspection",
        "Port denies harbour crane failed inspection",
        "Fishing season opens early in the north",
        "",
    ],
)
def test_a_headline_that_attributes_hedges_denies_or_tells_of_something_else_says_no_more(
    say: Say, headline: str
) -> None:
    assert gap(headline, say("1", None, "relays", name=None, text=WORDS)) is None


def test_what_somebody_named_tells_in_the_body_may_stand_in_the_headline(say: Say) -> None:
    relayed = say("1", None, "relays", name=None, text=WORDS)
    assert gap("Harbour crane failed inspection", relayed, say("2", "Union", text=WORDS)) is None
    assert gap("Harbour crane failed inspection", relayed, say("2", "Union", text=WORDS, article="a2")) is not None


STANCES: list[Stance] = ["asserts", "denies", "relays", "other", "no_comment"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(headline=st.text(max_size=400), stances=st.lists(st.sampled_from(STANCES), max_size=4), seed=st.randoms())
def test_any_headline_in_any_order(say: Say, headline: str, stances: list[Stance], seed: st.randoms) -> None:  # type: ignore[valid-type]
    said = [say(str(at), "Port", stance, text=headline, name=None) for at, stance in enumerate(stances)]
    shuffled = list(said)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert headline_gaps(shuffled, {"a1": headline}) == headline_gaps(said, {"a1": headline})
