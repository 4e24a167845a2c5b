"""Looking over what somebody sends, before anything is kept: its first pages read, the others counted."""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.config import Config
from onrecord.model import Capture, Page, Reading, Rejected
from onrecord.pipeline.keepable import written
from onrecord.pipeline.take_in import left_unread, take_in
from onrecord.read import read_bytes, unpack
from onrecord.read.inputs import Piece
from onrecord.read.jsonl import Row

SHOWN = 20  # pages that are read and shown
MOST_PAGES = 2_000  # that are counted
MOST_BYTES = 200_000_000  # that are unpacked
SECONDS = 30.0
# What a refusal says of pages that were only counted. No page is refused for these: they never leave this module.
_FURTHER, _MORE = "counted, not read", "not looked at"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. ``further``: pages counted and not read; ``more``: whether there is more beyond them."""

    results: tuple[Reading | Rejected, ...]
    further: int = 0
    more: bool = False

    @property
    def whole(self) -> bool:
        """Whether all there is was read."""
        return not self.further and not self.more


def look_over(
    name: str, data: bytes, digest: str, config: Config, *, capture: Capture | None = None
) -> Iterator[Reading | Rejected]:
    """The readings and refusals of the first pages; then a refusal for each further page, and for what lies beyond.

    For a process of its own: what is sent may be made to take as long, and to unpack to as much, as can be. Take
    together with ``found`` what it gives.
    """
    until, shown, counted, unpacked = time.monotonic() + SECONDS, 0, 0, 0
    for page, size in _pages(name, data, config, capture):
        unpacked += size
        if counted >= MOST_PAGES or unpacked > MOST_BYTES or time.monotonic() > until:
            yield Rejected(name, "read", _MORE)
            return
        if shown < SHOWN:
            shown += 1
            yield from _taken_in(page, config)
        else:
            counted += 1
            yield Rejected(name, "read", _FURTHER)


def found(results: Sequence[Reading | Rejected]) -> Found:
    """What ``look_over`` gave, put together."""
    shown = tuple(one for one in results if not (isinstance(one, Rejected) and one.reason in (_FURTHER, _MORE)))
    counts = [one.reason for one in results if isinstance(one, Rejected)]
    return Found(shown, counts.count(_FURTHER), _MORE in counts)


def _pages(name: str, data: bytes, config: Config, capture: Capture | None) -> Iterator[tuple[Page | Rejected, int]]:
    """Every page with the bytes that were unpacked for it."""
    for one in pieces_of(Piece(name, data, capture), config.max_page_bytes):
        if isinstance(one, Rejected):
            yield one, 0
            continue
        digest, size = hashlib.sha256(one.data).hexdigest(), len(one.data)
        for page in _read(one, config):
            yield replace(page, digest=digest), size
            size = 0


def pieces_of(sent: Piece, most: int) -> Iterator[Piece | Rejected]:
    """What is in something sent. Of a part of something longer only the moment is known at which all of it came."""
    for one in unpack.pieces(sent.name, io.BytesIO(sent.data), most):
        if isinstance(one, Rejected) or one.capture or not sent.capture:
            yield one
        elif one.name == sent.name and not isinstance(one.data, Row):
            yield one._replace(capture=sent.capture)
        else:
            yield one._replace(capture=Capture(fetched=sent.capture.fetched))


def _taken_in(page: Page | Rejected, config: Config) -> Iterator[Reading | Rejected]:
    """What ``read_input`` gives for it."""
    if isinstance(page, Rejected):
        yield written(page)
        return
    result = take_in(page, config)
    yield result
    yield from left_unread(result)


def _read(piece: Piece, config: Config) -> Iterator[Page | Rejected]:
    try:
        yield from read_bytes(piece.name, piece.data, config, capture=piece.capture)
    except Exception as error:  # noqa: BLE001  (a page must never take the others with it)
        yield Rejected(piece.name, "read", f"a fault of onrecord: {type(error).__name__}")
