"""Which is which after settling."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.changes.pairing import components, pairs

BEFORE = {"a": ["1", "2", "3"], "b": ["4"], "c": ["5", "6"], "d": ["9"]}


def test_the_larger_part_keeps_what_it_was() -> None:
    found = pairs(BEFORE, {"x": ["0", "1", "2"], "y": ["3", "7"], "b": ["4", "5", "6", "8"], "z": ["7"]})
    assert found.same == {"a": "x", "c": "b"}
    assert found.merged == {"b": "b"}
    assert found.came == {"y": {"a": 1}, "z": {}}
    assert found.went["a"] == {"x": 2, "y": 1}
    assert found.went["d"] == {}


members = st.dictionaries(st.sampled_from("abcdefg"), st.sets(st.integers(0, 12), min_size=1, max_size=4), max_size=5)


@given(members, members)
def test_every_id_is_in_one_lot_and_lots_share_nothing(before: dict[str, set[int]], after: dict[str, set[int]]) -> None:
    was, now = ({id_: sorted(map(str, held)) for id_, held in side.items()} for side in (before, after))
    found = components(was, now)
    assert sorted(id_ for lot, _ in found for id_ in lot) == sorted(was)
    assert sorted(id_ for _, lot in found for id_ in lot) == sorted(now)
    inside = [
        {one for id_ in lot for one in was[id_]} | {one for id_ in made for one in now[id_]} for lot, made in found
    ]
    assert sum(map(len, inside)) == len(set().union(*inside))


def test_what_stays_as_it_is_is_the_same() -> None:
    found = pairs(BEFORE, BEFORE)
    assert found.same == {id_: id_ for id_ in BEFORE}
    assert (found.merged, found.came) == ({}, {})
