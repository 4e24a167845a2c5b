"""Failures make tries wait, for who tries and not for whom it is tried."""

from __future__ import annotations

from onrecord.web import throttle
from onrecord.web.throttle import FORGOTTEN, KNOWN, MOST_KEYS, PAIR, PLACE, SLOWEST, Throttle, Try, network

THIEF, ADA = Try("ada", "198.51.100.7"), Try("ada", "192.0.2.7")


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def fail(one: Try, counted: Throttle, clock: Clock, *, times: int) -> float:
    """So many failures, each as soon as it may be tried; the last pause."""
    pause = 0.0
    for _ in range(times):
        clock.now += max(0.0, counted.wait(one))
        pause = counted.begin(one)
    return pause


def test_each_failure_waits_twice_as_long_up_to_a_bound() -> None:
    clock = Clock()
    counted = Throttle(clock)
    waits = []
    for _ in range(16):
        fail(THIEF, counted, clock, times=1)
        waits.append(max(0.0, counted.wait(THIEF)))
    assert waits[: PAIR.free] == [0.0] * PAIR.free
    assert waits[PAIR.free : PAIR.free + 3] == [2.0, 4.0, 8.0]
    assert waits[-1] == PAIR.longest


def test_who_knows_a_name_locks_nobody_else_out() -> None:
    clock = Clock()
    counted = Throttle(clock)
    for n in range(500):  # from five hundred places
        fail(Try("ada", f"198.51.{n // 250}.{n % 250}"), counted, clock, times=1)
    assert counted.wait(ADA) <= 0
    assert counted.begin(ADA) == SLOWEST  # slowed, not refused
    known = Try("ada", "198.51.0.0", "a browser from before")
    assert counted.wait(known) <= 0
    assert counted.begin(known) == 0.0


def test_a_browser_known_from_before_is_not_held_for_its_neighbours() -> None:
    clock = Clock()
    counted = Throttle(clock)
    fail(THIEF, counted, clock, times=40)
    assert counted.wait(THIEF) > 0
    assert counted.wait(Try("ada", THIEF.address, "known")) <= 0
    fail(Try("ada", THIEF.address, "known"), counted, clock, times=30)
    assert 0 < counted.wait(Try("ada", THIEF.address, "known")) <= KNOWN.longest


def test_many_names_from_one_place_wait_too() -> None:
    clock = Clock()
    counted = Throttle(clock)
    for n in range(PLACE.free + 3):
        counted.begin(Try(f"name {n}", "198.51.100.7"))
    assert counted.wait(Try("another", "198.51.100.7")) > 0
    assert counted.wait(ADA) <= 0


def test_a_success_of_ones_own_does_not_wash_off_tries_for_others() -> None:
    clock = Clock()
    counted = Throttle(clock)
    own = Try("thief", THIEF.address)
    for n in range(PLACE.free + 10):
        counted.begin(Try(f"name {n}", THIEF.address))
        clock.now += max(0.0, counted.wait(own))
        counted.begin(own)
        counted.succeeded(own)
    counted.begin(Try("next", THIEF.address))
    assert counted.wait(Try("after", THIEF.address)) > 0


def test_an_hour_without_a_failure_forgets_and_memory_has_a_bound() -> None:
    clock = Clock()
    counted = Throttle(clock)
    fail(THIEF, counted, clock, times=12)
    clock.now += FORGOTTEN + 1
    counted.begin(THIEF)
    assert counted.wait(THIEF) <= 0
    for n in range(MOST_KEYS + 50):
        counted.begin(Try(str(n), ""))
    assert len(counted._counts) <= MOST_KEYS
    assert len(counted._names) <= MOST_KEYS


def test_networks() -> None:
    assert network("192.0.2.7") == "192.0.2.7"
    assert network("::ffff:192.0.2.7") == "192.0.2.7"
    assert network("2001:db8:1:2:aaaa::1") == network("2001:db8:1:2:bbbb::2") != network("2001:db8:1:3::1")
    assert network("fe80::1%eth0") == "fe80::/64"
    assert network("") == network("nonsense") == ""
    assert throttle.PAIR.wait(10_000) == PAIR.longest
