"""A party's telling words first, and no more than a page can hold."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.claim_quotes import LONGEST, PartyWords, clipped, fitting, telling, telling_of
from onrecord.publish.quotes import Place, Quote

PLACE = Place("a", "s", "Outlet", "Headline")


def quote(words: str, stance: str, *, direct: bool) -> Quote:
    return Quote(words, (), direct, "Kol", None, "Vessa", stance, "2026-05-04", (), None, PLACE)


def test_the_claims_own_words_then_own_speech_then_length() -> None:
    wording = "Vessa is moving its bridge."
    told = (
        quote("It is gone", "asserts", direct=True),
        quote("moving that bridge of Vessa", "asserts", direct=False),
        quote("the bridge is away", "asserts", direct=True),
        quote("Vessa denies moving any bridge", "denies", direct=True),
    )
    assert telling_of(told, "asserts", wording) == (told[1], told[2])
    assert telling_of(told, "denies", wording) == (told[3],)
    assert telling_of(told[:1], "withdraws", wording) == told[:1]
    assert telling(quote(wording, "asserts", direct=True), wording) < telling(told[2], wording)


def test_a_very_long_quotation_is_shown_by_its_beginning() -> None:
    short = quote("word " * 20, "asserts", direct=True)
    assert clipped(short) is short
    cut = clipped(quote("word " * 1000, "asserts", direct=True)).words
    assert cut.endswith("…")
    assert len(cut) <= LONGEST + 1


def test_a_statement_that_speaks_for_two_bears_its_name_once() -> None:
    one = quote("words", "asserts", direct=True)
    first, second = fitting([PartyWords(name, "asserts", None, (), (one,), ()) for name in ("Vessa", "Lund")])
    assert (first.telling[0].anchor, second.telling[0].anchor) == (True, False)


PARTIES = st.lists(st.tuples(st.integers(1, 2), st.integers(0, 30)), max_size=24)


@given(PARTIES, st.integers(24, 60))
def test_no_more_than_fits_and_what_is_left_out_is_counted(held: list[tuple[int, int]], most: int) -> None:
    one = quote("words", "asserts", direct=True)
    parties = [PartyWords(f"P{n}", "asserts", None, (), (one,) * a, (one,) * b) for n, (a, b) in enumerate(held)]
    shown = fitting(parties, most=most)
    assert sum(len(party.telling) + len(party.further) for party in shown) <= most
    assert all(party.telling for party in shown)
    for before, after in zip(parties, shown, strict=True):
        kept = len(after.telling) + len(after.further)
        assert kept + after.more == len(before.telling) + len(before.further)
    small = replace(parties[0], further=()) if parties else None
    assert small is None or fitting([small], most=most)[0].more == 0
