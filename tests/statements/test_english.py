"""English prose is told from other languages by its function words."""

from __future__ import annotations

import pytest

from onrecord.statements.english import is_english

ENGLISH = "The mayor of the town said on Monday that the bridge was safe and that it would open to cars with care."
GERMAN = "Die Brücke sei sicher, sagte der Bürgermeister am Montag, und werde bald wieder für Autos geöffnet."
DUTCH = "De brug is veilig, zei de burgemeester op maandag, en hij gaat binnen een week of twee weer open voor auto's."
FRENCH = "Le pont est sûr, a dit le maire lundi, et il rouvrira bientôt aux voitures, avec prudence, dans la semaine."


def test_english_is_read() -> None:
    assert is_english(ENGLISH * 5)


@pytest.mark.parametrize("text", [GERMAN, DUTCH, FRENCH])
def test_other_languages_are_not(text: str) -> None:
    assert not is_english(f"{text} " * 5)


def test_of_a_few_words_nothing_is_told() -> None:
    assert is_english(GERMAN)
    assert is_english("")
