"""The day of a text from the text alone."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.dates_infer import infer_day

VISIT = date(2026, 5, 20)
CASES = [
    ("OSTERMO, May 4 (Wirehouse) - The mill burned down.", "2026-05-04", 0.9),
    ("Ostermo, 4 May 2025. The mill burned down.", "2025-05-04", 0.95),
    ("The fair ran between May 3 and 6. On Friday the mayor spoke.", "2026-05-08", 0.45),
    ("The mayor spoke on Friday.", "2026-05-15", 0.25),
    ("It was founded in 1980.", "1980", 0.2),
    ("Nothing is dated here.", None, 0.0),
]


@pytest.mark.parametrize(("text", "value", "confidence"), CASES)
def test_infer(text: str, value: str | None, confidence: float) -> None:
    when = infer_day(text, not_after=VISIT)
    assert (when.value, when.confidence) == (value, confidence)
    assert when.reasons


def test_a_day_and_month_without_any_year_is_not_given_one() -> None:
    assert infer_day("OSTERMO, May 4 (Wirehouse) - The mill burned down.").value is None


SEED = Path("../shared/examples/seed_expected.json")


@pytest.mark.skipif(not SEED.exists(), reason="the seed page is not here")
def test_seed_page_is_dated_by_its_thursday() -> None:
    text = json.loads(SEED.read_text(encoding="utf-8"))["articles"][0]["text"]
    when = infer_day(text, not_after=date(2024, 11, 22))
    assert when.value == "2024-10-17"
    assert when.confidence < 0.5


@given(st.text(), st.none() | st.dates())
def test_never_after_the_visit(text: str, visit: date | None) -> None:
    when = infer_day(text, not_after=visit)
    assert 0.0 <= when.confidence <= 1.0
    assert bool(when.value) == (when.precision != "unknown")
