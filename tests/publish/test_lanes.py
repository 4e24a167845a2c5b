"""A party a lane; a stance holds until it changes; the status by rule on top."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Claim, Position, Stance, StatusChange
from onrecord.publish.lanes import MAX_LANES, MAX_MARKS, lanes
from onrecord.publish.words import STANCES

CLAIM = Claim(
    id="c",
    story="s",
    wording="The bridge moved.",
    status="contested",
    status_history=(StatusChange("2026-05-01", "single_origin"), StatusChange("2026-05-03", "contested")),
    statements=(),
    positions=(
        Position("Vessa", "asserts", "2026-05-01", ()),
        Position("Tarn", "no_comment", "2026-05-02", ()),
        Position("Tarn", "denies", "2026-05-03", ()),
    ),
)


def test_a_stance_holds_until_it_changes() -> None:
    vessa, tarn = lanes(CLAIM, "2026-05-11").lanes
    assert [(one.stance, one.end) for one in vessa.stretches] == [("asserts", 100.0)]
    silent, denies = tarn.stretches
    assert (silent.family, denies.family) == ("silent", "no")
    assert silent.end == denies.start == tarn.marks[1].at
    assert tarn.marks[1].title == "Tarn denies, 3 May 2026"


def test_the_status_is_on_top() -> None:
    single, contested = lanes(CLAIM, "2026-05-11").bands
    assert (single.status, contested.label) == ("single_origin", "contested")
    assert single.start + single.width == contested.start
    assert single.title == "single origin, 1 May 2026"


def test_marks_of_one_day_do_not_hide_each_other() -> None:
    positions = tuple(Position("Vessa", stance, "2026-05-01", ()) for stance in ("asserts", "withdraws"))
    (lane,) = lanes(replace(CLAIM, positions=positions), None).lanes
    assert lane.marks[1].at - lane.marks[0].at >= 2.5


def test_very_many_parties_are_cut_and_counted() -> None:
    positions = tuple(Position(f"P{n}", "asserts", "2026-05-01", ()) for n in range(MAX_LANES + 3))
    drawn = lanes(replace(CLAIM, positions=positions), None)
    assert (len(drawn.lanes), drawn.hidden) == (MAX_LANES, 3)


def test_a_claim_without_anything_is_an_empty_picture() -> None:
    drawn = lanes(replace(CLAIM, positions=(), status_history=()), None)
    assert (drawn.lanes, drawn.bands) == ((), ())


def test_what_has_no_known_day_stands_apart_and_no_line_leads_on() -> None:
    positions = (Position("Vessa", "asserts", None, ()), Position("Vessa", "denies", "2026-05-03", ()))
    drawn = lanes(replace(CLAIM, positions=positions), "2026-05-11")
    (lane,) = drawn.lanes
    assert lane.marks[0].at < drawn.apart <= lane.marks[1].at
    assert [one.stance for one in lane.stretches] == ["denies"]
    assert drawn.ticks[0].label == "day unknown"
    assert lanes(CLAIM, "2026-05-11").apart == 0


def test_how_far_a_day_may_lie_of_which_only_the_month_is_known() -> None:
    positions = (Position("Vessa", "asserts", "2026-05", ()), Position("Tarn", "denies", "2026-05-03", ()))
    vessa, tarn = lanes(replace(CLAIM, positions=positions), "2026-06-11").lanes
    assert vessa.marks[0].at < tarn.marks[0].at < vessa.marks[0].until
    assert tarn.marks[0].at == tarn.marks[0].until


def test_of_many_changes_the_first_and_the_last_are_drawn_and_the_others_counted() -> None:
    stances: tuple[Stance, ...] = ("asserts", "denies")
    positions = tuple(Position("Vessa", stances[n % 2], f"2026-05-{n + 1:02}", ()) for n in range(MAX_MARKS + 5))
    drawn = lanes(replace(CLAIM, positions=positions), None)
    (lane,) = drawn.lanes
    assert (len(lane.marks), drawn.cut) == (MAX_MARKS, 5)
    assert "1 May 2026" in lane.marks[0].title
    assert "17 May 2026" in lane.marks[-1].title


DAYS = st.none() | st.sampled_from(["2026", "2026-05", "2026-05-01", "2026-05-09", "nonsense"])
POSITIONS = st.lists(
    st.builds(
        Position,
        st.sampled_from(["Vessa", "Tarn", ""]),
        st.sampled_from([term.key for term in STANCES]),
        DAYS,
        st.just(()),
    ),
    max_size=12,
)


@given(POSITIONS)
def test_every_position_has_its_mark_inside_the_picture(positions: list[Position]) -> None:
    drawn = lanes(replace(CLAIM, positions=tuple(positions)), "2026-05-11")
    assert sum(len(lane.marks) for lane in drawn.lanes) == len(positions)
    assert all(0 <= mark.at <= 100 for lane in drawn.lanes for mark in lane.marks)
    stances: set[Stance] = {one.stance for one in positions}
    assert set(drawn.stances) == stances
