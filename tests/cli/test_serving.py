"""serve: what whoever starts it is told."""

from __future__ import annotations

import pytest

from onrecord.cli.serving import told_first
from onrecord.web.entrance import Entrance


@pytest.mark.parametrize(
    ("entrance", "people", "words"),
    [
        (Entrance("127.0.0.1"), False, ""),
        (Entrance("0.0.0.0"), False, "everybody only reads"),
        (Entrance("0.0.0.0"), True, "pass phrases travel in the open"),
        (Entrance("127.0.0.1", "https://desk.example"), True, ""),
    ],
)
def test_what_others_could_reach_is_told(entrance: Entrance, words: str, *, people: bool) -> None:
    told = told_first(entrance, people=people)
    assert words in told
    assert bool(told) == bool(words)
