"""What an article's words tell an event by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onrecord.model import Article
from onrecord.stories import marks

Write = Callable[..., Article]


def test_ages_streets_and_blocks_are_read() -> None:
    text = "Lena Orr, 34, and a 6-year-old boy were found in the 1200 block of North Tarn Street, off Quarry Lane."
    assert marks.ages_of(text) == {"34", "6"}
    assert marks.blocks_of(text) == {"1200 tarn"}
    assert marks.streets_of(text) == {"tarn", "quarry"}


def test_days_are_counted_back_from_publication_and_stamps_of_the_page_are_none(write: Write) -> None:
    text = "Posted: Monday, June 1, 2026\n\nA roof fell in on Tuesday night. Work had begun on May 28."
    assert marks.days_of(write("a", text, "2026-06-04")) == [date(2026, 6, 2), date(2026, 5, 28)]


def test_a_weekday_without_a_day_to_count_from_is_none(write: Write) -> None:
    assert marks.days_of(write("a", "A roof fell in on Tuesday night.")) == []


def test_names_are_words_written_so_inside_a_sentence() -> None:
    assert marks.names_of("Rain fell. Police in Tarn said Tarn was wet.") == ["tarn", "tarn"]


def test_without_a_headline_the_first_sentence_heads_an_article(write: Write) -> None:
    assert marks.heading_of(write("a", "A roof fell. Nobody was hurt.", None, "")) == "A roof fell."


def test_days_within_reach() -> None:
    day = date(2026, 6, 4)
    assert marks.spread([day], 1) == {day.toordinal() - 1, day.toordinal(), day.toordinal() + 1}
