"""Why something changed, and whom it is about."""

from __future__ import annotations

from typing import Any

from onrecord.changes.causes import caused, keys_of
from onrecord.model import Change, Judgement, Subject

SAID = {"1": ("old", ("Ada", "Norland; NATO")), "2": ("new", ("Tarn Oy",))}
CORRECTED = Judgement(
    7, "stance", "Ines", "2026-03-04T08:00:00Z", "misread", subjects=(Subject("1", "old", (), "It sank"),)
)


def test_new_articles_make_news_and_judgements_what_they_are_about() -> None:
    about_new, about_old = (
        Change("position", claim="c", statements=("2",)),
        Change("position", claim="c", statements=("1",)),
    )
    both: dict[str, Any] = {"new": {"new"}, "given": [CORRECTED], "rules": False}
    assert caused(about_new, SAID, **both).cause == "news"
    found = caused(about_old, SAID, **both)
    assert (found.cause, found.by, found.judgement, found.why) == ("judgement", "Ines", 7, "misread")


def test_where_nothing_came_in_the_rest_follows_from_the_judgement() -> None:
    elsewhere = Change("status", claim="c")
    assert caused(elsewhere, SAID, new=(), given=[CORRECTED], rules=False).judgement == 7
    assert caused(elsewhere, SAID, new=("new",), given=[CORRECTED], rules=False).cause == "news"


def test_what_other_rules_change_is_no_news() -> None:
    assert caused(Change("status", claim="c"), SAID, new=("new",), given=(), rules=True).cause == "rules"
    assert (
        caused(Change("status", claim="c", statements=("2",)), SAID, new=("new",), given=(), rules=True).cause == "news"
    )


def test_a_change_is_about_all_that_speak_and_all_it_names() -> None:
    one = Change("status", claim="c", story="s", others=("d",), statements=("1", "2"))
    names = {("party", name) for name in ("ada", "norland", "nato", "norland; nato", "tarn oy")}
    assert keys_of(one, SAID) == names | {("claim", "c"), ("claim", "d"), ("story", "s")}
    assert keys_of(Change("article", story="s", party="Gull"), SAID) == {("story", "s")}
