"""Figures side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.claims.figures import claim_figures, unnamed_figures
from onrecord.model import ClaimFigure, Figure, Span, Stance, Statement

Say = Callable[..., Statement]


def count(value: float, unit: str = "troops", *, of: str = "sent") -> Figure:
    return Figure(float(value), unit, of, "exact", Span(0, 2))


def shown(said: Sequence[Statement], wording: str = "") -> list[tuple[str, float, str]]:
    return [(one.party, one.value, one.unit) for one in claim_figures(said, {}, wording=wording)]


def standing(said: Sequence[Statement]) -> dict[tuple[str, float], tuple[str | None, str | None]]:
    return {(one.party, one.value): (one.ended, one.ended_on) for one in claim_figures(said, {})}


def test_each_party_keeps_its_own_from_its_first_day(say: Say) -> None:
    said = [
        say("1", "A", on="2026-01-03", figures=(count(10),)),
        say("2", "A", on="2026-01-02", figures=(count(10),)),
        say("3", "B", "suggests", on="2026-01-04", figures=(count(2),)),
        say("4", "C", "denies", on="2026-01-04", figures=(count(10),)),
        say("5", "C", name=None, figures=(count(2),)),
    ]
    found = [(one.party, one.value, one.on, one.statement) for one in claim_figures(said, {})]
    assert found == [("A", 10.0, "2026-01-02", "2"), ("B", 2.0, "2026-01-04", "3")]


def test_a_figure_by_the_way_is_none_of_the_claim(say: Say) -> None:
    said = [
        say("1", "A", text="Ten troops left by the road", figures=(count(10),)),
        say("2", "B", text="Twelve troops walked three miles", figures=(count(12), count(3, "miles", of="walked"))),
    ]
    assert shown(said) == [("A", 10.0, "troops"), ("B", 12.0, "troops")]
    assert shown(said[:1]) == []
    assert shown(said[:1], wording="Some ten troops left by the road") == [("A", 10.0, "troops")]


def test_a_party_that_counts_otherwise_keeps_its_only_figure(say: Say) -> None:
    said = [
        say("1", "A", figures=(count(10, "accounts"),)),
        say("2", "B", figures=(count(12, "accounts"), count(9, "branches"))),
        say("3", "C", figures=(count(11, "files"),)),
    ]
    assert shown(said) == [("A", 10.0, "accounts"), ("B", 12.0, "accounts"), ("C", 11.0, "files")]


def test_of_one_statement_the_whole_and_not_its_part(say: Say) -> None:
    people = (count(14, "people", of="dead"), count(3, "people", of="dead on the wards"))
    said = [say("1", "A", figures=people), say("2", "B", figures=(count(9, "people", of="dead"),))]
    assert [value for _, value, _ in shown(said)] == [14.0, 9.0]


def test_of_steps_the_last(say: Say) -> None:
    fell = (Figure(9, "crates", "", "exact", Span(0, 4)), Figure(6, "crates", "", "exact", Span(8, 9)))
    said = [say("1", "A", text="cut its count from nine to 6 crates", figures=fell), say("2", "B", figures=fell[:1])]
    assert ("A", 6.0, "crates") in shown(said)


def test_the_scope_is_in_the_unit_where_the_claim_has_several(say: Say) -> None:
    dead = [say("1", "A", figures=(count(4, "people", of="dead"),)), say("2", "B", figures=(count(5, "bodies"),))]
    assert [unit for _, _, unit in shown(dead)] == ["people", "bodies"]
    lost = say("3", "A", text="Two are missing", figures=(count(2, "people", of="missing"),))
    assert [unit for _, _, unit in shown([*dead, lost])] == ["people dead", "people dead"]
    assert {one.scope for one in claim_figures(dead, {})} == {"dead"}


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("The fault was in three crates, not one", True),
        ("It was only three crates", True),
        ("their own list had three crates", True),
        ("There were no three crates", False),
        ("the figure of three crates", False),
    ],
)
def test_a_denial_gives_a_figure_only_where_it_sets_one_against_another(say: Say, words: str, own: bool) -> None:
    at = words.index("three")
    three = Figure(3, "crates", "", "exact", Span(at, at + 5))
    said = [
        say("1", "A", on="2026-01-02", figures=(count(1, "crate"),)),
        say("2", "B", "denies", on="2026-01-03", text=words, figures=(three,)),
    ]
    assert (("B", 3.0, "crates") in shown(said)) is own


def test_the_figure_that_others_gave_is_not_the_deniers(say: Say) -> None:
    ten = count(10, "crates")
    said = [
        say("1", "A", on="2026-01-02", figures=(ten,)),
        say("2", "B", "denies", on="2026-01-02", text="It is not true that it was ten, only talk", figures=(ten,)),
    ]
    assert shown(said) == [("A", 10.0, "crates")]


def test_a_later_figure_of_a_party_replaces_its_earlier_one(say: Say) -> None:
    said = [say(str(day), "A", on=f"2026-01-0{day}", figures=(count(day),)) for day in (2, 4, 7)]
    assert standing(said) == {
        ("A", 2.0): ("replaced", "2026-01-04"),
        ("A", 4.0): ("replaced", "2026-01-07"),
        ("A", 7.0): (None, None),
    }


def test_what_is_taken_back_stands_no_more_and_what_is_given_instead_does(say: Say) -> None:
    said = [
        say("1", "A", on="2026-01-02", figures=(count(4, "grams"),)),
        say("2", "A", "withdraws", on="2026-01-05", text="the strength it gave"),
        say("3", "A", "withdraws", on="2026-01-05", text="It is 0.4, not 4", figures=(count(0.4, "grams"),)),
    ]
    assert standing(said) == {("A", 4.0): ("withdrawn", "2026-01-05"), ("A", 0.4): (None, None)}


def test_what_is_said_again_after_it_was_taken_back_stands(say: Say) -> None:
    said = [
        say("1", "A", on="2026-01-02", figures=(count(4),)),
        say("2", "A", "withdraws", on="2026-01-03"),
        say("3", "A", on="2026-01-04", figures=(count(4),)),
        say("4", "B", on="2026-01-04", figures=(count(5),)),
    ]
    assert standing(said)["A", 4.0] == (None, None)


def test_unnamed_sources_give_nobodys_figure(say: Say) -> None:
    said = [
        say("1", "A", on="2026-01-02", name=None, figures=(count(4),)),
        say("2", "B", on="2026-01-02", figures=(count(5),)),
        say("3", None, on="2026-01-02", name=None, figures=(count(5),)),
    ]
    assert [(one.party, one.value) for one in unnamed_figures(said, {})] == [("", 4.0)]
    assert all(one.party for one in claim_figures(said, {}))


def test_passing_on_shows_a_figure_only_where_nobody_on_record_gives_it(say: Say) -> None:
    said = [
        say("1", "Morning Post", "relays", figures=(count(4),)),
        say("2", "B", figures=(count(5),)),
        say("3", "Evening Post", "relays", figures=(count(5),)),
    ]
    assert shown(said) == [("Morning Post", 4.0, "troops"), ("B", 5.0, "troops")]


STANCES: list[Stance] = ["asserts", "suggests", "denies", "withdraws", "relays", "other"]
Picked: TypeAlias = tuple[Stance, str | None, int, int, str]
ROWS = st.tuples(
    st.sampled_from(STANCES),
    st.sampled_from(["A", "B", None]),
    st.integers(1, 4),
    st.integers(1, 3),
    st.sampled_from(["people", "bodies", "crates"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(picked=st.lists(ROWS, max_size=7), seed=st.randoms())
def test_no_figure_is_made_up_in_any_order(say: Say, picked: list[Picked], seed: st.randoms) -> None:  # type: ignore[valid-type]
    said = [
        say(str(at), party, stance, on=f"2026-01-0{day}", name=party and "Ada Brook", figures=(count(value, unit),))
        for at, (stance, party, day, value, unit) in enumerate(picked)
    ]
    shuffled = list(said)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    found = (*claim_figures(said, {}), *unnamed_figures(said, {}))
    assert (*claim_figures(shuffled, {}), *unnamed_figures(shuffled, {})) == found
    assert all(_told(one, said) for one in found)


def _told(row: ClaimFigure, said: Sequence[Statement]) -> bool:
    """Whether the statement it names gives it, for that party."""
    one = next(at for at in said if at.id == row.statement)
    return row.value in {at.value for at in one.figures} and (not row.party or one.speaker.party == row.party)
