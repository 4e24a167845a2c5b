"""What became of stories."""

from __future__ import annotations

import json

from onrecord.changes.stories import Told, of_stories
from onrecord.model import Story, Toll


def story(id_: str, *articles: str, toll: int | None = None) -> Story:
    tolls = (Toll(articles[-1], "2026-03-03", toll, None, ("killed",)),) if toll is not None else ()
    return Story(id_, f"title of {id_}", articles, 0.0, tolls=tolls)


def test_a_story_gains_articles_and_its_toll_moves() -> None:
    told = {
        "2": Told("Ferry sinks", "Gull", "2026-03-03"),
        "3": Told("Ferry sank", "Gull", None, ("Ferry sinks", "2 words added")),
    }
    found = of_stories({"s": story("s", "1", toll=3)}, {"s": story("s", "1", "2", "3", toll=5)}, told)
    by_kind = {one.kind: one for one in found}
    assert set(by_kind) == {"article", "edited", "toll"}
    assert (by_kind["article"].after, by_kind["article"].party, by_kind["article"].on) == (
        "Ferry sinks",
        "Gull",
        "2026-03-03",
    )
    assert (by_kind["edited"].before, by_kind["edited"].why) == ("Ferry sinks", "2 words added")
    assert [json.loads(side or "") for side in (by_kind["toll"].before, by_kind["toll"].after)] == [
        [3, None],
        [5, None],
    ]


def test_an_article_that_only_changes_its_story_is_not_new() -> None:
    [one] = of_stories(
        {"s": story("s", "1", "2", "3")}, {"s": story("s", "1", "2"), "t": story("t", "3")}, {"3": Told("x")}
    )
    assert (one.kind, one.story, one.others) == ("split", "t", ("s",))
    [one] = of_stories({"s": story("s", "1", "2"), "t": story("t", "3")}, {"s": story("s", "1", "2", "3")}, {})
    assert (one.kind, one.story, one.others) == ("merged", "s", ("t",))
