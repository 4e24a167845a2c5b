"""IPTC Media Topics: found by several words, none where words only look like it, and shown with these words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article, Topic, When
from onrecord.stories.media_topics import TOLD, WORDS, media_topics, of_story

Write = Callable[..., Article]
CASES = [
    (text, frozenset(f"medtop:{code}" for code in topics.split()))
    for text, topics in (
        line.split("\t")
        for line in Path(__file__).with_name("media_topics_cases.tsv").read_text(encoding="utf-8").splitlines()[2:]
    )
]
FERRY = "The ferry capsized after a collision. Rescue workers and the coast guard searched for survivors. "
BANK = "Shareholders of the bank agreed to the merger. The chief executive spoke of revenue and net profit. "


def of(text: str, headline: str = "") -> tuple[Topic, ...]:
    return media_topics(Article("a", "a.html", "0", text, headline, When(None, "unknown", 0.0, ("not given",))))


def top(text: str) -> frozenset[str]:
    return frozenset(one.code for one in of(text) if one.code.endswith("000000"))


def test_what_short_news_are_about() -> None:
    right = [found == wanted for (_, wanted), found in zip(CASES, (top(text) for text, _ in CASES), strict=True)]
    wrong = [(text, top(text) - wanted) for text, wanted in CASES if top(text) - wanted]
    assert len(CASES) == 40
    assert sum(right) >= 38, "a war of words and a drought are the two that are not read as they should be"
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize("text", [text for text, wanted in CASES if wanted])
def test_the_words_are_those_of_the_text(text: str) -> None:
    for one in of(text):
        assert WORDS <= len(one.words) <= TOLD
        assert all(word in text for word in one.words)


def test_one_word_is_not_enough() -> None:
    assert of("The ferry capsized. " * 20) != ()
    assert of("It capsized. " * 20) == ()


def test_a_side_matter_is_left_out() -> None:
    assert top(FERRY * 3 + "A court will hear it.") == {"medtop:03000000"}
    assert top(FERRY + BANK) == {"medtop:03000000", "medtop:04000000"}


def test_plurals_and_possessives_are_understood() -> None:
    (first, *_) = of(
        "The firefighters’ union: paramedics and lifeboats were late. The firefighter's rescue team was not."
    )
    assert first.code == "medtop:03000000"


def test_a_story_is_about_what_a_third_of_its_articles_are_about(write: Write) -> None:
    ferry, bank = (write("a", text, None, "") for text in (FERRY, BANK))
    assert {one.code[:9] for one in of_story([ferry, bank])} == set()
    codes = [one.code for one in of_story([ferry, ferry, bank])]
    assert "medtop:03000000" in codes
    assert "medtop:04000000" not in codes
    assert of_story([ferry] * 2) == of_story([ferry] * 4)
    assert of_story([]) == ()


@given(st.text(max_size=400), st.text(max_size=60))
def test_any_text_is_read(text: str, headline: str) -> None:
    found = of(text, headline)
    assert len({one.code for one in found}) == len(found)
