"""Killed and injured, as headline and opening tell them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Article
from onrecord.stories.casualties import last_toll, toll, tolls

Write = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Two men were killed and three others were injured when shots were fired in Corvex.", 2, 3),
        ("A woman was found shot to death at her home.", 1, 0),
        ("Four people were shot outside a bar; one man died.", 1, 3),
        ("A boy was shot in the leg and is expected to recover.", 0, 1),
        ("Police arrested a man for attempted murder after a teenager was wounded.", 0, 1),
        ("A triple homicide in Tarn is unsolved.", 3, 0),
        ("A girl died of her injuries on Friday.", 1, 0),
        ("Nothing happened in Tarn.", 0, 0),
    ],
)
def test_figures(write: Write, text: str, killed: int, injured: int) -> None:
    found = toll(write("a", text, "2026-06-04", ""))
    assert (found.killed, found.injured) == (killed, injured)


def test_the_last_article_with_a_figure_is_believed(write: Write) -> None:
    articles = [
        write("c", "The town mourns the dead.", "2026-06-09", ""),
        write("a", "One person was killed and five people were injured.", "2026-06-04", ""),
        write("b", "Two people were killed and four people were injured.", "2026-06-05", ""),
    ]
    assert last_toll(articles) == last_toll(articles[::-1])
    assert (last_toll(articles).killed, last_toll(articles).injured) == (2, 4)
    assert last_toll([]).told is False


def test_figures_are_shown_with_the_words_and_only_where_they_are_told(write: Write) -> None:
    told = write("b", "Two people were killed in Tarn, and an injury is treated.", "2026-06-05", "")
    untold = write("a", "The town mourns the dead.", "2026-06-09", "")
    (found,) = tolls([untold, told])
    assert (found.article, found.on, found.killed, found.injured) == ("b", "2026-06-05", 2, None)
    assert found.words == ("Two people were killed",)


def test_the_headline_outweighs_what_somebody_says_below(write: Write) -> None:
    article = write("a", "A witness spoke of 90 dead.", "2026-06-05", "Ferry toll rises to 17")
    assert tolls([article])[0].killed == 17


def test_who_is_left_of_the_shot_is_counted_where_the_dead_are(write: Write) -> None:
    counted = write("a", "Four people were shot outside a bar; one man died.", "2026-06-05", "")
    assert (tolls([counted])[0].killed, tolls([counted])[0].injured) == (1, 3)
    uncounted = write("a", "Four people were shot outside a bar; a man died.", "2026-06-05", "")
    assert tolls([uncounted]) == ()
    assert (toll(uncounted).killed, toll(uncounted).injured) == (1, 3)
