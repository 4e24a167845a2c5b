"""A part behind a semicolon belongs to the speaker before it only where its tense shows reported speech."""

from __future__ import annotations

import pytest

from onrecord.statements.tagger import tag


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The mill was empty, Ada Brook said; the roof would fall.",
            ["The mill was empty", "the roof would fall"],
        ),
        (
            "Ada Brook said the mill was empty; the roof had been sold.",
            ["the mill was empty", "the roof had been sold"],
        ),
        ("The mill was empty, Ada Brook said; the roof fell on Friday.", ["The mill was empty"]),
        ("The mill was empty, according to Ada Brook; the roof was sold on Friday.", ["The mill was empty"]),
        ("“The mill is empty,” Ada Brook said; the roof was sold on Friday.", ["The mill is empty"]),
        (
            "The mill was empty, Ada Brook said; the roof was new, Tore Frey said.",
            ["The mill was empty", "the roof was new"],
        ),
        ("The mill was empty, Ada Brook said. The roof was sold on Friday.", ["The mill was empty"]),
    ],
)
def test_what_is_carried_on(text: str, contents: list[str]) -> None:
    found = tag(text)
    assert [text[slice(*one.content[0])] for one in found] == contents


def test_what_is_carried_on_has_the_speaker_and_cue_of_what_went_before() -> None:
    text = "The mill was empty, Ada Brook said; the roof would fall."
    first, second = tag(text)
    assert (second.cue, second.source) == (first.cue, first.source)
