"""Time, handed in: tests have a clock that nobody waits for."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

STAMP = "%Y-%m-%dT%H:%M:%SZ"


class Clock(Protocol):
    """Tells the time and lets it pass."""

    def now(self) -> datetime:
        """The time of day, UTC."""

    def monotonic(self) -> float:
        """Seconds since some moment; never goes back."""

    def sleep(self, seconds: float) -> None:
        """Lets so many seconds pass."""


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """The time of day, UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some moment; never goes back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Lets so many seconds pass."""
        time.sleep(seconds)


def stamp(moment: datetime) -> str:
    """A moment as the record keeps it: UTC, ISO 8601, to the second."""
    return moment.astimezone(UTC).strftime(STAMP)


def later(now: datetime, seconds: float) -> str:
    """The moment so many seconds after another, as the record keeps it."""
    return stamp(now + timedelta(seconds=seconds))


def seconds_until(moment: str | None, now: datetime) -> float:
    """Seconds from now to a moment of the record; none where it is past, or no moment at all."""
    if moment is None:
        return 0.0
    return max(0.0, (datetime.strptime(moment, STAMP).replace(tzinfo=UTC) - now).total_seconds())


def seconds_since(moment: str, now: datetime) -> float:
    """Seconds from a moment of the record to now; none where it lies ahead."""
    return max(0.0, (now - datetime.strptime(moment, STAMP).replace(tzinfo=UTC)).total_seconds())
