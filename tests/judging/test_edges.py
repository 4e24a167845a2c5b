"""Edges between articles, as people draw them or take them away."""

from __future__ import annotations

from onrecord.judging import decide, ruled_copies
from onrecord.model import Copy
from tests.judging.given import judgement

FOUND = (Copy("q", "p", "copy", "9 of 10 words"), Copy("r", "p", "copy", "10 of 10 words"))


def test_what_is_no_copy_loses_its_edge_and_no_other() -> None:
    decided = decide([judgement(1, "not_copy", articles=("p", "q"))])
    assert ruled_copies(FOUND, decided, {"p", "q", "r"}) == FOUND[1:]


def test_a_drawn_edge_takes_the_place_of_the_one_found() -> None:
    decided = decide([judgement(1, "copy", articles=("p", "q"), value="rewrite")])
    edges = ruled_copies(FOUND, decided, {"p", "q", "r"})
    assert [(one.article, one.of, one.relation) for one in edges] == [("r", "p", "copy"), ("p", "q", "rewrite")]


def test_an_edge_to_what_is_not_there_is_not_drawn() -> None:
    decided = decide([judgement(1, "copy", articles=("p", "gone"), value="copy")])
    assert ruled_copies(FOUND, decided, {"p", "q", "r"}) == FOUND
