"""The summary above the story is left out where page and look agree that it is one."""

from __future__ import annotations

import pytest
from lxml import html

from onrecord.articles.body_features import seen
from onrecord.articles.body_lines import lines_of
from onrecord.articles.body_standfirst import without_standfirst

FIRST = "The ferry to the islands stays in harbour, and nobody can say for how long it will."
REST = "".join(
    f"<p>On day {at} the captain came to the quay and told the waiting crowd to go home.</p>" for at in "123"
)


@pytest.mark.parametrize(
    ("first", "description", "gone"),
    [
        (f"<p class='intro'>{FIRST}</p>", FIRST, True),
        (f"<h2>{FIRST}</h2>", f"{FIRST} More inside.", False),
        (f"<p>{FIRST}</p>", FIRST, False),
        (f"<p class='intro'>{FIRST}</p>", "", False),
        (f"<p><b>{FIRST}</b></p>", "", True),
        (f"<p><b>The ferry</b>{FIRST}</p>", "", False),
    ],
)
def test_standfirst(first: str, description: str, gone: bool) -> None:
    lines = seen(lines_of(html.document_fromstring(f"<html><body>{first}{REST}</body></html>")))
    assert without_standfirst(lines, description) == (lines[1:] if gone else lines)


def test_a_short_text_keeps_its_first_line() -> None:
    lines = seen(lines_of(html.document_fromstring(f"<html><body><p class='intro'>{FIRST}</p><p>So it is.</p></body>")))
    assert without_standfirst(lines, FIRST) == lines
