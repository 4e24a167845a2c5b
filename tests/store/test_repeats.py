"""Lines that an outlet repeats under different stories are known; versions and copies of one story count once."""

from __future__ import annotations

import sqlite3

from onrecord.model import Article, When, article_id
from onrecord.store.repeats import LEAST, note_lines, repeated_lines
from onrecord.text.lines import line_key

APPEAL = "Readers pay for what you read here."


def article(url: str | None, headline: str, text: str) -> Article:
    when = When(None, "unknown", 0.0)
    return Article(article_id(url, headline, text), "a.html", "d", text, headline, when, url)


def test_a_line_under_several_stories_is_known_for_its_host_alone(empty: sqlite3.Connection) -> None:
    for n in range(LEAST):
        assert repeated_lines(empty) == {}
        note_lines(
            empty, article(f"https://www.gull.example/{n}", f"Ferry {n}", f"Ferry {n} sailed at {n}.\n\n{APPEAL}")
        )
    note_lines(empty, article("https://tern.example/1", "Ferry", APPEAL))
    assert repeated_lines(empty) == {"gull.example": frozenset([line_key(APPEAL)])}


def test_versions_and_print_pages_of_one_story_count_once(empty: sqlite3.Connection) -> None:
    for n in range(9):
        note_lines(empty, article("https://gull.example/1", f"Ferry, take {n}", f"Take {n}.\n\n{APPEAL}"))
        note_lines(empty, article(f"https://gull.example/{n}", "Ferry", f"Page {n}.\n\n{APPEAL}"))
    known = repeated_lines(empty)
    assert known == {"gull.example": frozenset([line_key(APPEAL)])}
    for one in (article(None, "Ferry", APPEAL), article("https://tern.example/1", "Ferry, take 2", APPEAL)):
        note_lines(empty, one)
    assert repeated_lines(empty) == known


def test_one_story_at_many_addresses_teaches_nothing(empty: sqlite3.Connection) -> None:
    for n in range(9):
        note_lines(empty, article(f"https://gull.example/{n}", "Ferry", f"Ferry.\n\n{APPEAL}"))
    assert repeated_lines(empty) == {}
