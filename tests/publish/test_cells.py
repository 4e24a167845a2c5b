"""No text begins as a formula does, every text comes back, and numbers stay numbers."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.cells import cell, plain, risky, safe

LEADS = st.sampled_from(
    ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹢", "'", " =", "\u200b@", "\xa0-", ""]
)


@given(LEADS, st.text(max_size=20))
def test_every_text_is_safe_and_comes_back(lead: str, text: str) -> None:
    made = safe(lead + text)
    assert plain(made) == lead + text
    seen = made.lstrip()
    assert not seen or unicodedata.normalize("NFKC", seen[0])[0] not in "=+-@"
    assert made[:1] not in ("\t", "\r", "\n")


@pytest.mark.parametrize("text", ["=1+1", "＝1", " @SUM(A1)", "\ufeff=1", "-2+3", "+cmd", "|x", "%0A", "'", "\tx"])
def test_what_begins_a_formula_is_made_text(text: str) -> None:
    assert risky(text)
    assert safe(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=b", "2026-03-02", "“-5”", "12,000", "[]", "\N{EN DASH}5"])
def test_other_text_is_left_alone(text: str) -> None:
    assert safe(text) == text


def test_values() -> None:
    assert (cell(None), cell(-5), cell(-5.0), cell(-5.5), cell(True)) == ("", -5, -5, -5.5, "true")
    assert cell(date(2026, 3, 2)) == "2026-03-02"
    assert cell(datetime(2026, 3, 2, 8, 5, tzinfo=UTC)) == "2026-03-02T08:05:00Z"
    assert cell(["é", 1]) == '["é", 1]'
    assert cell("-5") == "'-5"
