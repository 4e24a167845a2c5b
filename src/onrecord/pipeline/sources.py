"""Inputs on their way to be read, and reading them one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from onrecord.config import Config
from onrecord.model import Capture, Reading, Rejected
from onrecord.pipeline.keepable import written
from onrecord.pipeline.take_in import read_input
from onrecord.read import mhtml
from onrecord.read.inputs import Piece

NETS = ("http://", "https://", "ftp://")

Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one input; ``digest`` is their SHA-256, in hex; ``capture``: how they were fetched, if known."""

    name: str
    data: bytes
    digest: str
    capture: Capture | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What a source gave: a reading or a refusal for each page in it."""

    source: Source
    results: tuple[Reading | Rejected, ...]


class Reader(Protocol):
    """Reads sources; whatever else comes along the line keeps its place in it."""

    def __call__(self, line: Iterable[Source | Other], config: Config) -> Iterator[Read | Other]:
        """Everything on the line, in order, each source as what it gave."""


def source_of(name: str, data: bytes, *, capture: Capture | None = None) -> Source:
    """The source of these bytes; a page that a browser saved says itself how it was fetched.

    A file's name may be no Unicode at all, and a header hold anything.
    """
    capture = capture or mhtml.saved(name, data)
    return Source(written(name), data, hashlib.sha256(data).hexdigest(), _of_the_net(written(capture)))


def _of_the_net(capture: Capture | None) -> Capture | None:
    """An archive may name a file on somebody's disk: that is no address of the page, and archiving it no fetch."""
    if not (capture and capture.url) or capture.url.lower().startswith(NETS):
        return capture
    fetched = None if capture.url.lower().startswith("file:") else capture.fetched
    return replace(capture, url=None, fetched=fetched)


def one_by_one(line: Iterable[Source | Other], config: Config) -> Iterator[Read | Other]:
    """A Reader that works in this process."""
    for one in line:
        yield read_here(one, config) if isinstance(one, Source) else one


def read_here(source: Source, config: Config) -> Read:
    """What the source gives."""
    return Read(source, tuple(read_input(source.name, source.data, source.digest, config, capture=source.capture)))


def readings(
    inputs: Iterable[Piece | Rejected], config: Config, *, reader: Reader = one_by_one
) -> Iterator[tuple[Source | None, Reading | Rejected]]:
    """What the inputs give, in order, each with the source it was read from, if any; nothing is kept."""
    line = (one if isinstance(one, Rejected) else source_of(one.name, one.data, capture=one.capture) for one in inputs)
    for one in reader(line, config):
        if isinstance(one, Read):
            yield from ((one.source, result) for result in one.results)
        else:
            yield None, one
