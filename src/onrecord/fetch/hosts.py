"""How hosts are treated: turns taken, wishes to be left alone kept, failures answered with patience."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Protocol

from onrecord.fetch.clock import Clock, later, seconds_until
from onrecord.fetch.limits import Limits
from onrecord.model import Host


class HostBook(Protocol):
    """Where it is kept how a host is treated."""

    def host(self, origin: str) -> Host:
        """The host of that origin; a fresh one where it is not known."""

    def keep(self, host: Host) -> None:
        """Puts it in the place of what was kept."""


class Remembered:
    """A HostBook for as long as the program runs."""

    def __init__(self) -> None:
        self.hosts: dict[str, Host] = {}

    def host(self, origin: str) -> Host:
        """The host of that origin; a fresh one where it is not known."""
        return self.hosts.get(origin) or Host(origin)

    def keep(self, host: Host) -> None:
        """Puts it in the place of what was kept."""
        self.hosts[host.origin] = host


class Turns:
    """One request at a time, and between two of one host its delay."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.free: dict[str, float] = {}

    def ready(self, name: str) -> float:
        """The moment (of the monotonic clock) from which the host may be asked; 0.0 where it never was."""
        return self.free.get(name, 0.0)

    def wait(self, name: str) -> None:
        """Lets time pass until it is our turn."""
        left = self.ready(name) - self.clock.monotonic()
        if left > 0:
            self.clock.sleep(left)

    def done(self, name: str, delay: float) -> None:
        """Notes that a request ended now."""
        self.free[name] = self.clock.monotonic() + delay


def failed(host: Host, now: datetime, limits: Limits, *, asked_for: float = 0.0) -> Host:
    """The host after a failure of its own: left alone twice as long as the last time, or as long as it asked for."""
    wait = limits.first_wait * 2 ** min(host.failures, 20)
    until = later(now, min(max(wait, asked_for), limits.longest_wait))
    return replace(host, failures=host.failures + 1, not_before=max(until, host.not_before or ""))


def answered(host: Host) -> Host:
    """The host after an answer."""
    return replace(host, failures=0, not_before=None) if host.failures or host.not_before else host


def is_failure(status: int) -> bool:
    """True for an answer that says that the host itself cannot, or wants less of us."""
    return status >= 500 or status in (408, 425, 429)


def asked_to_wait(headers: Mapping[str, str], now: datetime) -> float:
    """Seconds that a Retry-After asks for; 0.0 where there is none, or none that can be read."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdecimal():
        return float(value[:12])
    try:
        return max(0.0, (parsedate_to_datetime(value) - now).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return 0.0


def wait_left(host: Host, now: datetime) -> float:
    """Seconds for which the host is to be left alone."""
    return seconds_until(host.not_before, now)
