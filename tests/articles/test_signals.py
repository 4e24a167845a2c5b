"""A text that stops short or holds two stories says so; a whole one says nothing."""

from __future__ import annotations

import pytest

from onrecord.articles.signals import body_signals

LINE = "The ferry to the islands was late on day {} of the strike, and nobody in the town could say why."
STORY = tuple(LINE.format(day) for day in range(8))
LONG = "\n".join(LINE.format(day) for day in range(30))
SHORT = "\n".join(STORY)
BIO = "Mira Hollis teaches the history of ships at the university of Port Ellen and writes a third book on old Jon Pell"
PLACED = (f"PORT ELLEN (AP) — {STORY[0]}", *STORY[1:])


@pytest.mark.parametrize(
    ("paragraphs", "said", "kind", "words"),
    [
        (STORY, "", None, ""),
        (STORY, SHORT, None, ""),
        (STORY, LONG, "cut", "times as long"),
        ((*STORY, "The captain said that the next boat would leave as soon as the wind had..."), "", "cut", "ellipsis"),
        (
            (
                *STORY,
                "The captain said on Friday that no other boat would leave the old harbour of the town before the wind",
            ),
            "",
            "cut",
            "middle",
        ),
        ((*STORY, "Mira Hollis"), "", None, ""),
        (
            (
                *STORY,
                BIO,
            ),
            "",
            None,
            "",
        ),
        ((*STORY, *LONG.split("\n")), SHORT, "glued", "times shorter"),
        ((*PLACED, "GRENNAN (AP) — The school will stay closed until Monday."), "", "glued", "dateline"),
        (STORY, "Something else was said in the metadata of this page. " * 40, None, ""),
        ((), LONG, None, ""),
    ],
)
def test_signs(paragraphs: tuple[str, ...], said: str, kind: str | None, words: str) -> None:
    found = body_signals(paragraphs, said=said)
    assert [signal.kind for signal in found] == ([kind] if kind else [])
    assert all(words in signal.why for signal in found)
