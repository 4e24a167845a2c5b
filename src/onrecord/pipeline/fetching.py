"""One round of fetching: what is followed, then its new articles, then articles due for another look, then settling."""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from onrecord.fetch.answers import Answer, Failure
from onrecord.fetch.clock import Clock, later, seconds_since
from onrecord.model import Look
from onrecord.pipeline import keep
from onrecord.pipeline.follow import Looked, Watch, look
from onrecord.pipeline.keep import Added
from onrecord.pipeline.online import Getter, got
from onrecord.pipeline.sources import Reader
from onrecord.read.inputs import Piece
from onrecord.store import follows
from onrecord.store.opening import transaction

# After the first fetch. Most edits come within the hour, late corrections within the week.
AGAIN = (3_600.0, 86_400.0, 604_800.0)
FIRST_WAIT, LONGEST_WAIT = 600.0, 86_400.0
MOST_FAILURES = 5
MOST_LOOKS = 2_000  # of one round

Job = TypeVar("Job")


@dataclass(frozen=True, slots=True)
class Told:
    """What a round came to for one followed address.

    ``counts``: new (articles fetched first), again (looked at again), changed (of these), articles, statements,
    refused, failed.
    """

    url: str
    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


class Round:
    """One round. ``run`` does it, step by step; ``told`` is what came of it, by followed address."""

    def __init__(self, watch: Watch, reader: Reader) -> None:
        self.watch = watch
        self.reader = reader
        self.told: dict[str, Told] = {}
        self.under_way: dict[str, Look] = {}

    def run(self) -> Generator[str, None, None]:
        """Fetches, keeps and settles, yielding the address of each step. May be ended between any two of them."""
        yield from self._follows()
        added = keep.add(self.watch.conn, self._articles(), self.watch.config, now=self.watch.now(), reader=self.reader)
        for one in added:
            self._added(one)
            yield one.name
        keep.settle_record(self.watch.conn)

    def _follows(self) -> Iterator[str]:
        due = follows.follows_due(self.watch.conn, self.watch.now())
        for one in in_turn(due, lambda at: at.watched, self.watch.getter):
            self._note(look(self.watch, one))
            yield one.url

    def _articles(self) -> Iterator[Piece]:
        """The bytes of every article that is due and has changed; the others are noted and done with."""
        due = follows.looks_due(self.watch.conn, self.watch.now(), limit=MOST_LOOKS)
        for one in in_turn(due, lambda at: at.url, self.watch.getter):
            answer = got(self.watch.getter, one.url, one.follow, self.watch.config, validators=one.validators)
            kept = looked_at(one, answer, self.watch.clock)
            if isinstance(answer, Failure):
                self._failed(one, kept, answer)
            elif answer.unchanged or kept.digest == one.digest:
                self._count(one.follow, again=1)
                self._keep(kept)
            else:
                self.under_way[one.url] = kept
                self._count(one.follow, **({"again": 1, "changed": 1} if one.first else {"new": 1}))
                yield Piece(one.url, answer.body, replace(answer.capture, listed=one.listed))

    def _added(self, one: Added) -> None:
        """An article's bytes are kept: only now does its look count as done."""
        kept = self.under_way.pop(one.name, None)
        if kept is not None:
            self._keep(kept)
            self._count(kept.follow, articles=one.articles, statements=one.statements, refused=len(one.refused))
            self._of(kept.follow).errors.extend(f"{at.url or one.name}: {at.reason}" for at in one.refused)

    def _failed(self, one: Look, kept: Look, failure: Failure) -> None:
        self._keep(kept)
        if failure.retry != "wait":
            self._count(one.follow, failed=1)
            self._of(one.follow).errors.append(f"{one.url}: {failure.reason}")

    def _note(self, looked: Looked) -> None:
        told = self._of(looked.follow.url)
        if looked.error:
            told.counts["failed"] += 1
            told.errors.append(f"{looked.follow.watched}: {looked.error}")

    def _keep(self, one: Look) -> None:
        with transaction(self.watch.conn):
            follows.keep_look(self.watch.conn, one)

    def _count(self, url: str, **counts: int) -> None:
        self._of(url).counts.update(counts)

    def _of(self, url: str) -> Told:
        return self.told.setdefault(url, Told(url))


def looked_at(one: Look, answer: Answer | Failure, clock: Clock) -> Look:
    """An article after it was asked for: when to look again, and what to ask with then."""
    now = clock.now()
    if isinstance(answer, Failure):
        return _after_failure(one, answer, clock)
    first = one.first or later(now, 0)
    kept = replace(one, first=first, fetched=later(now, 0), failures=0, error=None, due=_next_look(first, clock))
    if answer.unchanged:
        return kept
    return replace(kept, validators=answer.validators, digest=hashlib.sha256(answer.body).hexdigest())


def in_turn(jobs: Iterable[Job], address: Callable[[Job], str], getter: Getter) -> Iterator[Job]:
    """Every job, that of the host next whose turn comes first: while one host rests, others are asked."""
    lines: dict[str, deque[Job]] = {}
    for job in jobs:
        lines.setdefault(address(job).partition("://")[2].partition("/")[0].lower(), deque()).append(job)
    while lines:
        name = min(lines, key=lambda at: getter.ready(address(lines[at][0])))
        yield lines[name].popleft()
        if not lines[name]:
            del lines[name]


def _after_failure(one: Look, failure: Failure, clock: Clock) -> Look:
    """Asked again soon where the failure may pass, else at the next look that is due; never fetched: given up."""
    if failure.retry == "wait":
        return replace(one, due=failure.until)
    now, failures = clock.now(), one.failures + 1
    due = _next_look(one.first, clock) if one.first else None
    if failure.retry == "again" and failures < MOST_FAILURES:
        due = max(later(now, min(FIRST_WAIT * 2**one.failures, LONGEST_WAIT)), failure.until or "")
    return replace(one, due=due, failures=failures, error=failure.reason)


def _next_look(first: str, clock: Clock) -> str | None:
    """The first of the looks that lies ahead: those slept through are not made up for. None after the last."""
    now = clock.now()
    gone = seconds_since(first, now)
    ahead = [seconds for seconds in AGAIN if seconds > gone]
    return later(now, ahead[0] - gone) if ahead else None
