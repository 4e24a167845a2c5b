"""The trees give what their nodes say, and pages without lines are no trouble."""

from __future__ import annotations

import numpy as np

from onrecord.articles.body_features import Told, features_of, seen
from onrecord.articles.body_label import candidates, smoothed
from onrecord.articles.body_lines import lines_of
from onrecord.articles.body_model import labeller, trees_of
from onrecord.articles.markup import parsed

STUMP: dict[str, list[float]] = {
    "feature": [1, -1, -1],
    "bound": [0.5, 0, 0],
    "left": [1, 0, 0],
    "right": [2, 0, 0],
    "value": [0, -1.0, 2.0],
}
DEEPER: dict[str, list[float]] = {
    "feature": [0, -1, 1, -1, -1],
    "bound": [3.0, 0, 0.5, 0, 0],
    "left": [1, 0, 3, 0, 0],
    "right": [2, 0, 4, 0, 0],
    "value": [0, 0.25, 0, 0.5, 1.0],
}
LINE = "<p class='x'>The ferry to the islands was late on day {} of the strike, and nobody could say why.</p>"


def test_trees_are_walked_to_their_leaves() -> None:
    trees = trees_of([STUMP, DEEPER], bias=0.125)
    rows = np.array([[3.0, 0.0], [4.0, 0.0], [4.0, 1.0]], dtype=np.float32)
    assert trees.sums(rows).tolist() == [-0.625, -0.375, 3.125]
    assert trees.depth == 2


def test_a_page_without_lines() -> None:
    assert labeller().log_odds([], Told()).size == 0


def test_one_row_a_line_whatever_the_page() -> None:
    for markup in ("<p>One.</p>", "x", "<h1>A</h1>" + LINE.format(1) * 7):
        found = seen(lines_of(parsed(markup)))
        rows = features_of(found, Told("A", "b" * 400, "c"), {"has:one": 1.0})
        assert rows.shape[0] == len(found)
        assert np.isfinite(rows).all()
        assert rows.shape[1] > max(int(labeller().trees.feature.max()), 100)


def test_look_alikes_share_their_odds() -> None:
    found = seen(lines_of(parsed("".join(LINE.format(day) for day in range(4)) + "<div>Short one</div>")))
    odds = np.array([5, 5, 5, -1, -1], dtype=np.float32)
    told = smoothed(found, odds)
    assert told[3] > 0
    assert told[4] == -1
    assert (told[:3] > 3).all()


def test_readers_comments_are_no_candidates_unless_they_are_all_there_is() -> None:
    story = "".join(LINE.format(day) for day in range(6))
    talk = "<div class='comments'><p>The ferry is always late in my experience, and it always was.</p></div>"
    texts = [one.line.text for one in candidates(lines_of(parsed(f"<div>{story}</div>{talk}")))]
    assert len(texts) == 6
    assert len(candidates(lines_of(parsed(talk)))) == 1


def test_a_line_with_the_whole_story_once_more_is_no_candidate() -> None:
    story = "".join(LINE.format(day) for day in range(14))
    once_more = parsed(story).text_content()
    assert len(candidates(lines_of(parsed(f"<main>{story}</main><div>{once_more}</div>")))) == 14
