"""Reading in worker processes: in order, bounded, and rid of a page that hangs or takes its worker down."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Protocol

from onrecord.config import Config
from onrecord.model import Capture, Reading, Rejected
from onrecord.pipeline.sources import Other, Read, Source
from onrecord.pipeline.take_in import read_input

WORKERS = 2
PAGE_SECONDS = 60.0
GIVES_WAY = 5  # as nice has it: a page that somebody waits for at the desk comes before one that is being read in
AHEAD = 8  # how many sources may be read before the first of them is handed on

Results = Iterator[Reading | Rejected]


class ReadInput(Protocol):
    """Reads the bytes of one input."""

    def __call__(
        self, name: str, data: bytes, digest: str, config: Config, *, capture: Capture | None = None
    ) -> Results:
        """What the bytes give, page by page."""


class Worker:
    """A process that reads one source at a time and sends what it gives page by page, then None."""

    def __init__(self, read: ReadInput, config: Config) -> None:
        # A fresh interpreter: a fork would copy the threads of progress bars and of numerical libraries half alive.
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.config = config
        self.process = context.Process(target=_work, args=(theirs, read, config), daemon=True)
        with _uninterrupted():
            self.process.start()
        theirs.close()
        self.task: Task | None = None
        self.heard = 0.0

    def begin(self, task: Task, config: Config) -> None:
        """Hands the worker its next source, and the settings where they are others than before."""
        self.task, self.heard = task, time.monotonic()
        source = task.source
        changed = config if config != self.config else None
        self.config = config
        self.pipe.send((source.name, source.data, source.digest, source.capture, changed))

    def listen(self) -> None:
        """Takes one message. Raises EOFError or OSError where the worker is dead."""
        result = self.pipe.recv()
        self.heard = time.monotonic()
        if self.task is None:
            return
        if result is None:
            self.task.done = True
            self.task = None
        else:
            self.task.results.append(result)

    def give_up(self, reason: str) -> None:
        """Ends the process; the page it was at is refused."""
        if self.task is not None:
            source = self.task.source
            self.task.results.append(Rejected(source.name, "read", reason, digest=source.digest))
            self.task.done = True
        self.stop()

    def stop(self) -> None:
        """Ends the process."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Task:
    """A source being read, and what it gave so far."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.results: list[Reading | Rejected] = []
        self.done = False


class Pool:
    """A Reader with worker processes, started when there is work for them. Use ``with``: leaving ends them."""

    def __init__(
        self, *, workers: int = WORKERS, page_seconds: float = PAGE_SECONDS, read: ReadInput = read_input
    ) -> None:
        self.most = workers
        self.page_seconds = page_seconds
        self.read = read
        self.workers: list[Worker] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.stop()
        self.workers = []

    def __call__(self, line: Iterable[Source | Other], config: Config) -> Iterator[Read | Other]:
        """Everything on the line, in order, each source as what it gave."""
        ahead: deque[Task | Other] = deque()
        for one in line:
            ahead.append(Task(one) if isinstance(one, Source) else one)
            if isinstance(last := ahead[-1], Task):
                self._hand(last, config)
            yield from _ready(ahead)
            while len(ahead) >= AHEAD:
                self._listen()
                yield from _ready(ahead)
        while ahead:
            self._listen()
            yield from _ready(ahead)

    def _hand(self, task: Task, config: Config) -> None:
        """Gives the task to a worker; one that died while it had nothing to do is no fault of the task."""
        while True:
            worker = self._idle(config)
            try:
                worker.begin(task, config)
            except OSError:
                worker.task = None
                self._drop(worker, "")
            else:
                return

    def _idle(self, config: Config) -> Worker:
        """A worker without a task: one there is, a new one, or the first that finishes."""
        while True:
            free = next((one for one in self.workers if one.task is None), None)
            if free is not None:
                return free
            if len(self.workers) < self.most:
                self.workers.append(Worker(self.read, config))
            else:
                self._listen()

    def _listen(self) -> None:
        """Waits for a message of any worker, or until one has been silent for too long."""
        busy = [one for one in self.workers if one.task is not None]
        if not busy:
            return
        patience = min(one.heard for one in busy) + self.page_seconds - time.monotonic()
        spoken = wait([one.pipe for one in busy], max(0.0, patience))
        for one in busy:
            if one.pipe in spoken:
                self._hear(one)
            elif time.monotonic() - one.heard >= self.page_seconds:
                self._drop(one, f"took over {self.page_seconds:g} seconds to read")

    def _hear(self, worker: Worker) -> None:
        try:
            worker.listen()
        except (EOFError, OSError):
            self._drop(worker, "ended the process that read it")

    def _drop(self, worker: Worker, reason: str) -> None:
        worker.give_up(reason)
        self.workers.remove(worker)


def _ready(ahead: deque[Task | Other]) -> Iterator[Read | Other]:
    """Takes from the line what is done up to the first that is not."""
    while ahead:
        first = ahead[0]
        if isinstance(first, Task):
            if not first.done:
                return
            yield Read(first.source, tuple(first.results))
        else:
            yield first
        ahead.popleft()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes started meanwhile never hear Ctrl-C: their parent does, and ends them."""
    resource_tracker.ensure_running()  # starting it lets the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def give_way() -> None:
    """Lets whoever asks the desk for a page go first, from here on; once or often is the same."""
    if hasattr(os, "setpriority"):  # not everywhere
        os.setpriority(os.PRIO_PROCESS, 0, max(GIVES_WAY, os.getpriority(os.PRIO_PROCESS, 0)))


def _work(pipe: Connection, read: ReadInput, config: Config) -> None:
    """The life of a worker: until its parent is gone."""
    if hasattr(os, "nice"):  # not everywhere
        os.nice(GIVES_WAY)
    try:
        while True:
            name, data, digest, capture, changed = pipe.recv()
            config = changed or config
            _send(pipe, read(name, data, digest, config, capture=capture))
    except (EOFError, OSError):
        return


def _send(pipe: Connection, results: Iterable[Reading | Rejected]) -> None:
    for one in results:
        pipe.send(one)
    pipe.send(None)
