"""What a reading looks like in the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.cli.shown import show_reading
from onrecord.model import Note, Part, Signal, Span, When
from tests.edits.told import reading


def test_what_a_page_tells_of_its_article_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    one = reading("What we know\n\nFerry late.\n\nFerry full.")
    article = replace(
        one.article,
        published=When("2026-05-05", "day", 0.9, ("the page data says 5 May 2026", "the address says so too")),
        section="Coast",
        canonical="https://gull.example/own",
        parts=(Part("subhead", Span(0, 12)), Part("item", Span(14, 25)), Part("item", Span(27, 38))),
        notes=(Note("correction", "Another ferry\n was named."), Note("update", "UPDATE 2: It sailed.")),
        signals=(Signal("cut", "it ends in mid-sentence"),),
    )
    show_reading(replace(one, article=article))
    assert capsys.readouterr().out.splitlines()[2:9] == [
        "published: 2026-05-05 (confidence 0.90: the page data says 5 May 2026; the address says so too)",
        f"7 words, 0 statements, article {article.id}",
        "section: Coast",
        "its own address: https://gull.example/own",
        "in the text: 1 subhead, 2 list items",
        "correction: Another ferry was named.",
        "UPDATE 2: It sailed.",
    ]
