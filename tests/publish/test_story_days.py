"""A story day by day."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Claim, ClaimFigure, Copy, Position, Relation, StatusChange, Story, Toll
from onrecord.publish.story_days import bundles, chunks, days, latest, turns, version_edges
from onrecord.store.articles import Listed


def listed(*days_of: str | None) -> dict[str, Listed]:
    return {f"a{n}": Listed(f"a{n}", f"Headline {n}", f"Outlet {n}", None, day) for n, day in enumerate(days_of)}


def edge(article: str, of: str, relation: Relation = "copy") -> Copy:
    return Copy(article, of, relation, "the same words")


def test_copies_are_folded_under_what_they_repeat_in_the_end() -> None:
    held = listed("2026-05-04", "2026-05-05", "2026-05-04", None)
    edges = [edge("a1", "a0"), edge("a2", "a1", "rewrite"), edge("a3", "a0", "update"), edge("a3", "gone")]
    found = bundles(held, edges)
    assert [(one.first.id, [at.id for at in one.repeats]) for one in found] == [("a0", ["a2", "a1", "a3"])]
    assert [at.of for at in found[0].repeats] == ["Outlet 1", "Outlet 0", "Outlet 0"]
    assert {at.why for at in found[0].repeats} == {"the same words"}


def test_a_later_version_is_folded_under_the_first_and_another_source_is_not() -> None:
    edges = [*version_edges([("a1", "a0"), ("a2", "a1")]), edge("a3", "a0", "common_source")]
    found = bundles(listed("2026-05-04", "2026-05-05", "2026-05-06", "2026-05-06"), edges)
    assert [(one.first.id, [at.relation for at in one.repeats]) for one in found] == [
        ("a0", ["update", "update"]),
        ("a3", []),
    ]
    assert found[1].first.relation == "common_source"


def test_portions_hold_every_article_and_days_the_last_ones() -> None:
    held = listed(*["2026-05-04"] * 9, "2026-05-05")
    told = bundles(held, [edge(f"a{n}", "a0") for n in range(1, 9)])
    cut = chunks(told, 3)
    assert [[(one.first.id, len(one.repeats)) for one in some] for some in cut] == [
        [("a0", 3)],
        [("a0", 3)],
        [("a0", 2)],
        [("a9", 0)],
    ]
    assert [one.day for one in latest(days(told, []), 3)] == ["2026-05-05"]
    assert [one.day for one in latest(days(told, []), 6)] == ["2026-05-04", "2026-05-05"]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_no_article_is_lost_or_told_twice(pairs: list[tuple[int, int]]) -> None:
    held = listed(*["2026-05-04"] * 8)
    found = bundles(held, [edge(f"a{one}", f"a{of}") for one, of in pairs if one != of])
    told = [at.id for one in found for at in (one.first, *one.repeats)]
    assert sorted(told) == sorted(held)


def test_what_changed_stands_on_its_day_and_the_first_word_is_no_change() -> None:
    claim = Claim(
        "c",
        "s",
        "The bridge moved",
        "contested",
        (StatusChange("2026-05-04", "single_origin"), StatusChange("2026-05-06", "contested")),
        (),
        (Position("Tarn", "no_comment", "2026-05-04", ()), Position("Tarn", "denies", "2026-05-06", ())),
        figures=(
            ClaimFigure("Vessa", 40, None, "workers", "seen", "exact", "2026-05-04"),
            ClaimFigure("Vessa", 60, None, "workers", "seen", "exact", None),
        ),
    )
    tolls = (Toll("a0", "2026-05-04", 11, None, ()), Toll("a1", "2026-05-07", 14, 3, ()))
    found = turns(Story("s", "t", (), 0.0, tolls=tolls), [claim], {"a0": "One", "a1": "Two"})
    assert [(one.kind, one.party, one.before, one.now, one.on) for one in found] == [
        ("status", "", "single_origin", "contested", "2026-05-06"),
        ("stance", "Tarn", "no_comment", "denies", "2026-05-06"),
        ("figure", "Vessa", "40 workers", "60 workers", None),
        ("figure", "Two", "11 killed", "14 killed", "2026-05-07"),
    ]
    in_order = days([], found)
    assert [(one.day, len(one.turns)) for one in in_order] == [("2026-05-06", 2), ("2026-05-07", 1), (None, 1)]
