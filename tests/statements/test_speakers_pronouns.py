"""Who "he", "she", "it" and "who" are, and when nobody knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.gold import gold_readings
from onrecord.model import Article, Attribution, Span, When
from onrecord.statements import read_statements
from onrecord.statements.speakers import resolve

SAMPLE = Path(__file__).parents[2] / "samples" / "newsroom"


def last(text: str, *sources: str) -> str | None:
    """The name of the last of several sources, each found behind the one before it."""
    at, made = 0, []
    for source in sources:
        start = next(found.start() for found in re.finditer(rf"\b{re.escape(source)}\b", text) if found.start() >= at)
        made.append(Attribution((Span(0, 0),), None, Span(start, start + len(source))))
        at = start + len(source)
    return resolve(Article("a", "a", "d", text, "A headline", When(None, "unknown")), made)[-1].name


@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        ("Anna Brook met Tore Frey. She was late.", ("Anna Brook", "Tore Frey", "She"), "Anna Brook"),
        ("Mayor Ada Brook spoke. A chemist who asked for no name spoke. “Yes,” she said.",
         ("Mayor Ada Brook", "A chemist who asked for no name", "she"), None),
        ("Minister Ivo Crane met Major Tore Frey. Frey spoke. The minister had more. The gate was shut, he said.",
         ("Minister Ivo Crane", "Frey", "he"), "Ivo Crane"),
        ("Minister Anna Brook met Major Tore Frey. Frey spoke. The mayor had more. The gate was shut, he said.",
         ("Minister Anna Brook", "Frey", "he"), None),
        ("Anna Brook spoke. “We never met Mayor Ines Varga,” she said.", ("Anna Brook", "she"), "Anna Brook"),
        ("The Harrow Board met.\n\n“We met,” it said.", ("The Harrow Board", "it"), "Harrow Board"),
        ("The Harrow Board met.\n\nRain fell on all, it said.", ("The Harrow Board", "it"), None),
        ("Mayor Ada Brook, who spoke late, left.", ("who",), "Ada Brook"),
        ("Mayor Ada Brook angered some who spoke late.", ("who",), None),
        ("Mayor Ada Brook met her brother, Mr Frey. “Yes,” said Brook.", ("Brook",), "Ada Brook"),
        ("It rained. Two came. “Yes,” he said.", ("he",), None),
    ],
)  # fmt: skip
def test_pronouns(text: str, sources: tuple[str, ...], name: str | None) -> None:
    assert last(text, *sources) == name


def test_the_beginning_of_a_name_that_was_cut_is_nobody() -> None:
    """In the sample newsroom "The Council" lost its second word to a list of bodies, and "it" went back to "The"."""
    (article,) = (one.article for one in gold_readings(SAMPLE) if "never agreed on a sanction" in one.article.text)
    assert {"The", "A", "An"}.isdisjoint(one.speaker.name for one in read_statements(article))
