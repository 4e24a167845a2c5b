"""A statement counts once, however many copies repeat it."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.claims.units import units
from onrecord.model import Article, Statement, When

TEXT = "The bank was asked about it. It declined to comment.\n\nThe money is gone, the mayor said. She was sad."


def article(which: str, day: str) -> Article:
    return Article(which, which, "d", TEXT, "Headline", When(day, "day"))


def test_copies_fold_into_the_earliest(say: Callable[..., Statement]) -> None:
    articles = {"b": article("b", "2026-01-02"), "a": article("a", "2026-01-03")}
    words = "The money is gone"
    at = TEXT.index(words)
    said = [say("1", "Town", text=words, article="a", start=at), say("2", "Town", text=words, article="b", start=at)]
    found = units(articles, said, {"a": "a", "b": "a"})
    assert [one.ids for one in found] == [("2", "1")]
    assert found[0].statement.article == "b"
    assert found[0].paragraph == 1
    assert found[0].sentence == "The money is gone, the mayor said."
    assert found[0].before == "It declined to comment."
    assert len(units(articles, said, {"a": "a", "b": "b"})) == 2


def test_the_same_words_twice_in_one_article_stay_two(say: Callable[..., Statement]) -> None:
    said = [say("1", "Town", text="The money", start=54), say("2", "Town", text="The money", start=54)]
    assert len(units({"a1": article("a1", "2026-01-02")}, said, {"a1": "a1"})) == 2


def test_another_party_in_the_same_words_stays_itself(say: Callable[..., Statement]) -> None:
    articles = {"a": article("a", "2026-01-02"), "b": article("b", "2026-01-02")}
    said = [say("1", "Town", article="a"), say("2", "Bank", article="b")]
    assert len(units(articles, said, {"a": "a", "b": "a"})) == 2
