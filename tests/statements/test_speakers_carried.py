"""Statements that take their speaker from the one around them or before them."""

from __future__ import annotations

import pytest

from onrecord.model import Article, Attribution, Span, Speaker, When
from onrecord.statements.speakers import resolve


def find(text: str, words: str | None) -> Span | None:
    return None if words is None else Span(text.index(words), text.index(words) + len(words))


def speakers(text: str, *parts: tuple[str, str | None, str | None]) -> list[Speaker]:
    """Speakers of (content, cue, source), each found in the text."""
    made = [
        Attribution((span,), find(text, cue), find(text, source))
        for content, cue, source in parts
        if (span := find(text, content))
    ]
    return resolve(Article("a", "a", "d", text, "A headline", When(None, "unknown")), made)


def test_i_inside_a_quotation_is_who_is_quoted() -> None:
    text = "Mayor Ada Brook spoke. “I told them it was shut,” Inspector Tore Frey said."
    outer = ("I told them it was shut", "said", "Inspector Tore Frey")
    assert [one.name for one in speakers(text, outer, ("it was shut", "told", "I"))] == ["Tore Frey", "Tore Frey"]


def test_i_outside_of_any_statement_is_nobody() -> None:
    text = "Mayor Ada Brook came. I think it was shut."
    (speaker,) = speakers(text, ("it was shut", "think", "I"))
    assert speaker.name is None
    assert "whoever speaks" in speaker.why


def test_a_participle_goes_on_with_the_speaker_before() -> None:
    text = "The gate was shut, Mayor Ada Brook said, adding that nobody came."
    first, second = speakers(text, ("The gate was shut", "said", "Mayor Ada Brook"), ("nobody came", "adding", None))
    assert first.name == second.name == "Ada Brook"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“The gate was shut,” Mayor Ada Brook told the board. “Nobody came.”", "Nobody came"),
        ("“The gate was shut,” Mayor Ada Brook told us: nobody came.", "nobody came"),
    ],
)
def test_a_quotation_that_goes_on_keeps_its_speaker(text: str, content: str) -> None:
    cue = "told"
    assert speakers(text, ("The gate was shut", cue, "Mayor Ada Brook"), (content, None, None))[1].name == "Ada Brook"


@pytest.mark.parametrize(
    "text",
    [
        "“The gate was shut,” Mayor Ada Brook said. The river reportedly rose.",
        "“The gate was shut,” Mayor Ada Brook said.\n\nThe river reportedly rose.",
    ],
)
def test_what_is_reported_by_nobody_stays_nobodys(text: str) -> None:
    parts = ("The gate was shut", "said", "Mayor Ada Brook"), ("The river", "reportedly", None)
    assert speakers(text, *parts)[1].name is None


def test_a_title_inside_what_somebody_says_is_not_that_somebody() -> None:
    text = "Quell Ostrander came. Later the mayor was told it was shut."
    (speaker,) = speakers(text, ("Later the mayor was told it was shut", "told", "the mayor"))
    assert speaker.name is None
