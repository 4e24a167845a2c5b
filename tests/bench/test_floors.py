from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bench.floors import Floors, bound_of, changed, fallen, floor_of, held, load, pinned, raised, save, told
from bench.result import Number, Result


def result(*, digest: str = "d", **numbers: Number) -> Result:
    return Result("s", digest, numbers, 0.0)


def number(value: float | None, *, lower: bool = False, asked: float | None = None, fixed: bool = True) -> Number:
    return Number(value, "", lower, asked, fixed)


FLOORS: Floors = {"s": {"digest": "d", "floors": {"up": 0.5, "down": 0.1}}}


def test_a_number_that_fell_is_told() -> None:
    assert not list(fallen(FLOORS, result(up=number(0.5), down=number(0.1, lower=True))))
    lines = list(fallen(FLOORS, result(up=number(0.4999), down=number(0.2, lower=True))))
    assert lines == ["s: up is 0.500, below 0.500", "s: down is 0.200, above 0.100"]
    assert list(fallen(FLOORS, result(up=number(None)))) == ["s: up is -, below 0.500"]


def test_other_data_are_an_error() -> None:
    assert not list(changed(FLOORS, result(up=number(0.9))))
    (line,) = changed(FLOORS, result(digest="other", up=number(0.9)))
    assert "not those its floors were measured on" in line
    assert raised(FLOORS, [result(digest="other", up=number(0.9))]) == FLOORS


def test_what_is_asked_binds_until_there_is_a_floor() -> None:
    assert list(fallen({}, result(up=number(0.4, asked=0.45)))) == ["s: up is 0.400, below 0.450"]
    assert bound_of(FLOORS, "s", "up", number(1, asked=0.7)) == 0.5
    assert bound_of(FLOORS, "s", "up", number(1, asked=0.7, fixed=False)) == 0.7
    assert floor_of(FLOORS, "s", "other") is floor_of(FLOORS, "t", "up") is None


def test_only_what_has_a_bound_is_held() -> None:
    given = result(up=number(0.5), other=number(0.5), speed=number(9, asked=6, fixed=False))
    assert held(FLOORS, given) == {"up": 0.5, "speed": 6}


def test_floors_only_go_up() -> None:
    better = raised(FLOORS, [result(up=number(0.60009), down=number(0.05, lower=True), new=number(0.3))])
    assert better["s"]["floors"] == {"up": 0.6, "down": 0.05, "new": 0.3}
    worse = raised(FLOORS, [result(up=number(0.4), down=number(0.3, lower=True), speed=number(9, fixed=False))])
    assert worse == FLOORS


@given(st.floats(0, 1), st.booleans())
def test_a_number_never_falls_below_the_floor_it_gives(value: float, lower: bool) -> None:
    one = number(value, lower=lower)
    assert not one.falls_short(pinned(one))
    assert abs((pinned(one) or 0) - value) <= 1e-4


def test_kept_in_a_file(tmp_path: Path) -> None:
    assert load(tmp_path / "floors.json") == {}
    save(FLOORS, tmp_path / "floors.json")
    assert load(tmp_path / "floors.json") == FLOORS


def test_numbers_for_people() -> None:
    assert [told(one) for one in (None, 0.0, 1.0, 16, 0, 0.12345)] == ["-", "0.000", "1.000", "16", "0", "0.123"]
