"""What became of broken inputs of one format, and what they cost."""

from __future__ import annotations

import resource
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onrecord.model import Article, Reading, Rejected

FAULT = "a fault of onrecord"  # an exception, turned into a refusal by the pipeline

Result = Article | Reading | Rejected


class Outcome:
    """Counts of inputs, of pages ``kept`` and of refusals by reason; the highest costs; name and reason of failures.

    ``page`` and ``whole``: seconds of processor time that a page and an input took; ``memory``: MB.
    """

    def __init__(self) -> None:
        self.inputs = self.kept = 0
        self.refused: Counter[str] = Counter()
        self.page = self.whole = self.memory = (0.0, "")
        self.failures: list[str] = []

    def add(self, name: str, result: Result) -> None:
        """Counts a page or refusal of that input."""
        if isinstance(result, Rejected):
            self.refused[result.reason.split(":")[0]] += 1
            self.failures += [f"{name}: {result.reason or 'no reason'}"] if is_fault(result) else []
        else:
            self.kept += 1

    def join(self, other: Outcome) -> None:
        """Takes in what became of further inputs."""
        self.inputs += other.inputs
        self.kept += other.kept
        self.refused += other.refused
        self.page = max(self.page, other.page)
        self.whole = max(self.whole, other.whole)
        self.memory = max(self.memory, other.memory)
        self.failures += other.failures


def is_fault(refusal: Rejected) -> bool:
    """True for a refusal without a reason, and for one that hides an exception."""
    return not refusal.reason or FAULT in refusal.reason


def forget_peak() -> None:
    """Lets the most memory be counted anew from here, where the system can."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def peak_megabytes() -> float:
    """The most memory that this process has had since ``forget_peak``, or ever."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raises TimeoutError where what is inside takes more processor time."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"no end after {seconds:g} s")

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
