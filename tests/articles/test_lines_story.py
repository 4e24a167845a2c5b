from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.lines import Line, lines_of
from onrecord.articles.lines_context import best_run, column, in_common, shifted, since, word_sets
from onrecord.articles.lines_measures import NAMES, measured
from onrecord.articles.lines_story import first_features, second_features, settled, shipped

SENTENCE = "The harbour was closed on Monday, and nobody was hurt, the port office said."


def shown(name: str, *lines: str) -> list[float]:
    table = measured([Line(line, gap=True) for line in lines], {"harbour": 2.0, "cookies": -3.0})
    return [round(float(value), 3) for value in column(table, name)]


def test_what_lines_show() -> None:
    lines = (SENTENCE, "Home | News | Sport", "By Mira Hollis", "14:05", "Home | News | Sport")
    assert shown("sentence", *lines) == [1, 0, 0, 0, 0]
    assert shown("prose", *lines) == [1, 0, 0, 0, 0]
    assert shown("by", *lines) == [0, 0, 1, 0, 0]
    assert shown("clock", *lines) == [0, 0, 0, 1, 0]
    assert shown("again", *lines) == [0, 0.693, 0, 0, 0.693]
    assert shown("told", SENTENCE, "cookies", "News") == [2, -3, 0]


def test_neighbours() -> None:
    values = np.array([1, 2, 3], dtype=np.float32)
    assert shifted(values, 1).tolist() == [2, 3, -1]
    assert shifted(values, -1).tolist() == [-1, 1, 2]
    assert shifted(values, 9).tolist() == [-1, -1, -1]
    before, after = since(np.array([0, 1, 0, 0]))
    assert before.tolist() == [50, 50, 1, 2]
    assert after.tolist() == [1, 50, 50, 50]


def test_the_run_of_the_greatest_sum() -> None:
    assert best_run(np.array([-1, 5, -2, 4, -9, 6], dtype=np.float32)) == (1, 4)
    assert best_run(np.array([-1, -2], dtype=np.float32)) == (0, 0)


def test_words_in_common() -> None:
    lines = lines_of("Harbour closed\n\nBread gets dearer\n\n" + SENTENCE)
    everywhere, following = in_common(word_sets(lines), np.array([False, False, True]))
    assert following.tolist()[:2] == [1, 0]
    assert everywhere[0] > everywhere[1]


def test_changing_sides_costs() -> None:
    assert settled(np.array([0.1, 0.9, 0.48, 0.9, 0.1])) == [False, True, True, True, False]
    assert settled(np.array([0.1, 0.52, 0.1])) == [False, False, False]
    assert settled(np.array([])) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([SENTENCE, "News", "—", "14:05", "A" * 2000, "港が閉鎖された。", "\u0301", "x " * 99]),
        min_size=1,
        max_size=12,
    )
)
def test_any_lines_have_numbers(texts: list[str]) -> None:
    lines = [Line(text, gap=True) for text in texts]
    table = measured(lines, {})
    assert table.shape == (len(lines), len(NAMES))
    if lines:
        first = first_features(lines, table)
        assert np.isfinite(first).all()
        assert np.isfinite(second_features(lines, table, np.linspace(0, 1, len(lines)))).all()
    sure, title = shipped().judge(lines)
    assert sure.shape == title.shape == (len(lines),)
    assert ((sure >= 0) & (sure <= 1)).all()
