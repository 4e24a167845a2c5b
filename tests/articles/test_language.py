from __future__ import annotations

import pytest

from onrecord.articles.language import spoken_in

GERMAN = "Der Hafen ist seit Montag zu, und die Fähren der Insel sind nicht mehr gefahren, sagte die Stadt. " * 4
NORWEGIAN = "Havnen er stengt og det er ikke kjent om ferja som var på vei til øya har snudd. " * 4


@pytest.mark.parametrize(
    ("text", "declared", "spoken"),
    [
        (GERMAN, "en", "de"),
        (GERMAN, None, "de"),
        (NORWEGIAN, "nb", "no"),
        (NORWEGIAN, "da", "da"),
        ("Crane falls.", "en", "en"),
        ("Crane falls.", None, None),
        ("", "fr", "fr"),
        ("Qolu zwen pati lohu mbeka sinu. " * 12, "en", None),
        ("Qolu zwen pati lohu mbeka sinu. " * 12, "zu", "zu"),
    ],
)
def test_the_words_win_over_what_a_template_declares(text: str, declared: str | None, spoken: str | None) -> None:
    assert spoken_in(text, declared) == spoken
