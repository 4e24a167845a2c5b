"""The day of speaking: from the words beside the cue, never from what is quoted or from another event."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.gold import gold_labelled
from onrecord.model import Article, Attribution, Span, When
from onrecord.statements.when import anchor_of, said_on


def article(text: str, published: When) -> Article:
    return Article("a", "a.html", "0", text, "A headline", published)


def attribution(text: str, content: str, cue: str, source: str) -> Attribution:
    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return Attribution((at(content),), at(cue), at(source))


THURSDAY = When("2026-03-12", "day", 0.9, ("metadata",))
CASES = [
    ("The mayor said on Tuesday the well was dry.", "the well was dry", "said", "The mayor", "2026-03-10"),
    ("The mayor said the well had been dry since Tuesday.", "the well had been dry since Tuesday", "said", "The", None),
    ("The mayor, who was elected on Sunday, said the well was dry.", "the well was dry", "said", "The mayor", None),
    ("Before Tuesday's vote the mayor said the well was dry.", "the well was dry", "said", "the mayor", None),
    ("The mayor said that the well was dry.", "the well was dry", "said", "The mayor", None),
    (
        "On 9 March he resigned. The well was dry, he said the same day.",
        "The well was",
        "said",
        "he",
        "2026-03-09",
    ),
    ('Ana Holm spoke on Monday. "It is dry," Holm added.', "It is dry,", "added", "Holm", "2026-03-09"),
    ('Ana Holm spoke on Monday. Jo Vale left. "It is dry," he said.', "It is dry,", "said", "he", None),
]


@pytest.mark.parametrize(("text", "content", "cue", "source", "day"), CASES)
def test_day(text: str, content: str, cue: str, source: str, day: str | None) -> None:
    when = said_on(article(text, THURSDAY), attribution(text, content, cue, source))
    assert (when.day if when else None) == day
    assert when is None or when.reasons


def test_a_note_at_the_foot_counts_from_its_own_day() -> None:
    text = "The well is full.\n\nCorrection, 17 March: the mayor said on Monday the well was dry."
    when = said_on(article(text, THURSDAY), attribution(text, "the well was dry", "said", "the mayor"))
    assert when is not None
    assert when.day == "2026-03-16"


def test_a_day_in_what_was_said_does_not_carry_over() -> None:
    text = "Ana Holm confirmed that the well was sold on Monday. Holm said it was dry."
    assert said_on(article(text, THURSDAY), attribution(text, "it was dry", "said it", "Holm said")) is None


def test_a_week_is_no_day() -> None:
    text = "The mayor said last week the well was dry."
    when = said_on(article(text, THURSDAY), attribution(text, "the well was dry", "said", "The mayor"))
    assert when is not None
    assert when.precision == "month"


def test_a_weekday_with_nothing_to_count_from_is_unknown_with_a_reason() -> None:
    text = "The mayor said on Tuesday the well was dry."
    unknown = When(None, "unknown", 0.0, ("no date",))
    when = said_on(article(text, unknown), attribution(text, "the well was dry", "said", "The mayor"))
    assert when is not None
    assert when.value is None
    assert "Tuesday" in when.reasons[0]


def test_an_unsure_day_of_publication_gives_way_to_the_text() -> None:
    text = "OSTERMO, March 3 (Wirehouse) - The mayor said on Tuesday the well was dry."
    day, sure, _ = anchor_of(article(text, When("2026-03-14", "day", 0.2, ("the day of the visit",))))
    assert day == date(2026, 3, 3)
    assert sure == 0.9


SEED = Path("../shared/examples/seed_expected.json")


@pytest.mark.skipif(not SEED.exists(), reason="the seed page is not here")
def test_seed_page_thursday_though_only_the_view_date_is_known() -> None:
    ((reading, rows),) = gold_labelled(SEED)
    seen = replace(reading.article, published=When("2024-11-22", "day", 0.2, ("the day of the visit",)))
    given_days, right = 0, 0
    for one, row in zip(reading.statements, rows, strict=True):
        cue, source = (part.spans[0] if part else None for part in (one.cue, one.source))
        when = said_on(seen, Attribution(one.content.spans, cue, source))
        if when and when.day:
            given_days, right = given_days + 1, right + (when.day == row["said_on"])
            assert when.confidence < 0.5
    assert given_days == right >= 11


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_text_and_span(text: str, start: int, length: int) -> None:
    begin = min(start, len(text))
    span = Span(begin, min(begin + length, len(text)))
    when = said_on(article(text, THURSDAY), Attribution((span,), span, span))
    assert when is None or when.reasons
