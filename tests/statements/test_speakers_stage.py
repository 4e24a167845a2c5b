"""Who "she" is depends on who has spoken, and of whom the text has told since."""

from __future__ import annotations

import pytest

from onrecord.model import Article, When
from onrecord.statements import read_statements

BEFORE = (
    'The gate is safe, said the foreman, Gustav Lind. "I tried it," he said.\n\n'
    "The press officer, Mia Sund, said the gate would stay shut.\n\n"
)


def speakers(text: str) -> list[str | None]:
    """The speaker of every statement of a text."""
    article = Article("a", "a.txt", "d", text, "Gate", When(None, "unknown", 0.0))
    return [one.speaker.name for one in read_statements(article)]


def test_a_sentence_that_begins_with_somebody_turns_the_next_pronoun_to_them() -> None:
    assert speakers(BEFORE + 'In a note Mia Sund wrote: "No comment." Lind laughed. "It is old," he said.')[-1] == (
        "Gustav Lind"
    )


def test_who_was_he_before_is_not_she() -> None:
    assert speakers(BEFORE + 'Lind said the key was lost. "I have it," she said.')[-1] != "Gustav Lind"


def test_a_lone_name_that_may_be_a_person_leaves_the_pronoun_open() -> None:
    assert speakers(BEFORE + 'Fross denies the call. "I was asleep," she said.')[-1] is None


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Minister of Works Ada Fross", "Ada Fross"),
        ("Harbour master Ilse Brandt", "Ilse Brandt"),
        ("Later the press officer, Mia Sund,", "Mia Sund"),
    ],
)
def test_titles_before_a_name(source: str, name: str) -> None:
    assert speakers(f"{source} said the gate was shut.") == [name]
