"""From the answers of the network to attributions that stand."""

from __future__ import annotations

import numpy as np

from onrecord.statements.tagger_decode import Bounds, Linked, linked, runs, standing
from onrecord.statements.tagger_links import CONTENT, NEITHER, SOURCE, Cue

WHOLE = np.zeros(8, dtype=bool)  # every token is a word
BOUNDS = Bounds()


def answers(*rows: str, valid: float = 0.9) -> tuple[np.ndarray, np.ndarray]:
    """One row of letters a cue: s source, c content, . neither, ? in doubt between content and nothing."""
    parts = np.full((len(rows), len(rows[0]), 3), 0.05, dtype=np.float32)
    for at, row in enumerate(rows):
        for place, letter in enumerate(row):
            parts[at, place, {"s": SOURCE, "c": CONTENT}.get(letter, NEITHER)] = 0.9
            if letter == "?":
                parts[at, place] = (0.65, 0.0, 0.35)
    return parts, np.full(len(rows), valid, dtype=np.float32)


def shown(found: list[Linked], row: int = 0) -> str:
    one = found[row]
    return "".join("s" if by else "c" if said else "." for by, said in zip(one.source, one.content, strict=True))


def test_source_and_content_are_read_off() -> None:
    assert shown(linked([Cue(2, 3, 0.9)], answers("ss.ccccc"), WHOLE, BOUNDS)) == "ss.ccccc"


def test_a_small_gap_in_a_content_is_bridged_but_never_with_the_cue() -> None:
    assert shown(linked([Cue(0, 1, 0.9)], answers("..cc?ccc"), WHOLE, BOUNDS)) == "..cccccc"
    assert shown(linked([Cue(3, 4, 0.9)], answers("ccc.cccc"), WHOLE, BOUNDS)) == "ccc.cccc"


def test_a_cue_that_stands_in_its_own_content_is_left_there() -> None:
    assert shown(linked([Cue(3, 4, 0.9)], answers("cccccccc"), WHOLE, BOUNDS)) == "cccccccc"


def test_the_likeliest_run_is_the_source() -> None:
    assert shown(linked([Cue(2, 3, 0.9)], answers("s..ccsss"), WHOLE, BOUNDS)) == "...ccsss"


def test_a_word_in_pieces_is_decided_as_one() -> None:
    continues = np.array([False, False, False, False, True, False, False, False])
    assert shown(linked([Cue(0, 1, 0.9)], answers("...c?..."), continues, BOUNDS)) == "...cc..."


def test_a_cue_without_content_is_none() -> None:
    assert not linked([Cue(0, 1, 0.9)], answers(".ss....."), WHOLE, BOUNDS)


def test_the_second_reading_of_the_same_words_falls() -> None:
    cues = [Cue(2, 3, 0.9), Cue(1, 2, 0.9)]
    found = linked(cues, answers("ss.ccccc", "s..ccccc"), WHOLE, BOUNDS)
    assert len(standing(found, BOUNDS)) == 1


def test_a_statement_inside_a_statement_stands() -> None:
    found = linked([Cue(1, 2, 0.9), Cue(3, 4, 0.9)], answers("s.cccccc", "..s.cccc"), WHOLE, BOUNDS)
    assert len(standing(found, BOUNDS)) == 2


def test_what_is_not_sure_enough_falls() -> None:
    found = linked([Cue(2, 3, 0.9)], answers("ss.ccccc", valid=0.1), WHOLE, BOUNDS)
    assert found
    assert not standing(found, BOUNDS)


def test_runs_are_parted_by_gaps() -> None:
    on = np.array([1, 1, 0, 1, 0, 0, 1], dtype=bool)
    assert runs(on) == [(0, 2), (3, 4), (6, 7)]
    assert runs(on, gap=1) == [(0, 4), (6, 7)]
    assert runs(on[:0]) == []
