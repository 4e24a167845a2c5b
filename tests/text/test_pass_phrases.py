"""What may be a pass phrase."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.text.pass_phrases import fit, same_phrase


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("short", "at least 12"),
        ("elevenchars", "at least 12"),
        ("x" * 1_001, "at most 1,000"),
        ("abababababab", "over and over"),
        ("ada moreau 12", "the name itself"),
        ("AdaMoreauAdaMoreau!", "the name itself"),
        ("PasswordPassword99", "tried first"),
    ],
)
def test_weak_ones_are_refused_with_what_to_do(phrase: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        fit(phrase, "Ada Moreau")


@pytest.mark.parametrize(
    "phrase", ["four words do well", "ada moreau keeps bees", "Brücke über den Fluss", "  spaced  out "]
)
def test_long_ones_are_taken_whole(phrase: str) -> None:
    assert fit(phrase, "Ada Moreau") == phrase


def test_one_phrase_whatever_the_keyboard() -> None:
    assert same_phrase("Bru\u0308cke\u00a0am Fluss") == same_phrase("Brücke am Fluss")


@given(st.text(max_size=1_100), st.text(max_size=30))
def test_any_string_is_taken_or_refused(phrase: str, name: str) -> None:
    try:
        kept = fit(phrase, name)
    except UsageError:
        return
    assert fit(kept, name) == kept
