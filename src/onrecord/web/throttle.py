"""How often one may try: each failure makes the next try wait longer, for who tries and not for whom it is tried.

Counted in memory, up to a bound. Somebody who knows a name can so slow down nobody but those on their own network
address, and not even those on a browser that has signed in before (OWASP, device cookies).
"""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

MOST_KEYS = 20_000
FORGOTTEN = 3_600.0  # seconds without a failure
SLOWED_FROM, SLOWEST = 20, 3.0  # failures on a name from wherever, seconds of pause for each further try


@dataclass(frozen=True, slots=True)
class Rule:
    """``free``: failures without a wait; each further one doubles it, up to ``longest`` seconds."""

    free: int
    longest: float

    def wait(self, failures: int) -> float:
        """Seconds to wait after so many failures."""
        return min(self.longest, 2.0 ** min(failures - self.free, 20)) if failures > self.free else 0.0


@dataclass(frozen=True, slots=True)
class Count:
    """Failures counted under a key, when the last was, and until when no other try is taken."""

    failures: int = 0
    last: float = 0.0
    until: float = 0.0


PAIR, PLACE, KNOWN, NO_WAIT = Rule(5, 300.0), Rule(30, 300.0), Rule(10, 60.0), Rule(0, 0.0)


@dataclass(frozen=True, slots=True)
class Try:
    """One try to sign in: for which name (as it is compared), from where; ``known``: the browser, if it is."""

    name: str
    address: str
    known: str = ""

    def counted(self) -> tuple[tuple[str, Rule], ...]:
        """What it is counted under."""
        if self.known:
            return ((f"known {self.known} {self.name}", KNOWN),)
        place = network(self.address)
        return (f"pair {place} {self.name}", PAIR), (f"place {place}", PLACE)


class Throttle:
    """Counts tries."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: OrderedDict[str, Count] = OrderedDict()
        self._names: OrderedDict[str, Count] = OrderedDict()

    def wait(self, one: Try) -> float:
        """Seconds until it may be tried; 0 or less: now."""
        now = self._clock()
        found = (self._counts.get(key) for key, _ in one.counted())
        return max((count.until - now for count in found if count), default=0.0)

    def begin(self, one: Try) -> float:
        """Counts a try as a failure until it is known to be none; seconds to pause first, for a name much tried."""
        now = self._clock()
        for key, rule in one.counted():
            _count(self._counts, key, now, rule)
        tried = _count(self._names, one.name, now, NO_WAIT).failures
        return 0.0 if one.known or tried <= SLOWED_FROM else min(SLOWEST, 0.1 * (tried - SLOWED_FROM))

    def succeeded(self, one: Try) -> None:
        """Takes back what was counted for this name; failures on other names from the same place stay."""
        own, *others = (key for key, _ in one.counted())
        self._counts.pop(own, None)
        for key in others:
            if count := self._counts.get(key):
                self._counts[key] = Count(count.failures - 1, count.last)


def network(address: str) -> str:
    """The network an address is counted as: itself, or of IPv6 its first half, which is one subscriber's."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        mapped = found.ipv4_mapped
        return str(mapped) if mapped else str(ipaddress.ip_network((int(found) >> 64 << 64, 64)))
    return str(found)


def _count(counts: OrderedDict[str, Count], key: str, now: float, rule: Rule) -> Count:
    before = counts.pop(key, None)
    failures = before.failures + 1 if before and now - before.last <= FORGOTTEN else 1
    counts[key] = Count(failures, now, now + rule.wait(failures))
    while len(counts) > MOST_KEYS:
        counts.popitem(last=False)
    return counts[key]
