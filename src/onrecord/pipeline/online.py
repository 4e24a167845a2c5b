"""Inputs that are addresses of the web: fetched, and handed on like files, archives page by page."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Protocol

from onrecord.config import Config
from onrecord.fetch.addresses import is_web
from onrecord.fetch.answers import Answer, Failure, FetchError
from onrecord.fetch.permit import Permit, permit_for
from onrecord.model import Capture, Rejected, Validators
from onrecord.read import unpack
from onrecord.read.inputs import Piece, walk
from onrecord.read.jsonl import Row


class Getter(Protocol):
    """Fetches addresses."""

    def get(self, url: str, permit: Permit, *, validators: Validators | None = None) -> Answer | Failure:
        """What the address gives."""

    def ready(self, url: str) -> float:
        """The moment (of the monotonic clock) from which the address's host may be asked."""


def pieces(inputs: Sequence[str], stdin: BinaryIO, config: Config, getter: Getter) -> Iterator[Piece | Rejected]:
    """The bytes of every input: files, folders and standard input as ``walk`` gives them, addresses fetched."""
    for one in inputs:
        if is_web(one):
            yield from _fetched(one, config, getter)
        else:
            yield from walk([one], stdin, max_bytes=config.max_page_bytes)


def got(
    getter: Getter, url: str, typed: str, config: Config, *, validators: Validators | None = None
) -> Answer | Failure:
    """What an address gives that is fetched because of what the user typed."""
    try:
        permit = permit_for(typed, config.allow_private)
    except FetchError as refused:
        return Failure(url, refused.reason, "never")
    return getter.get(url, permit, validators=validators)


def _fetched(url: str, config: Config, getter: Getter) -> Iterator[Piece | Rejected]:
    answer = got(getter, url, url, config)
    if isinstance(answer, Failure):
        yield Rejected(url, "read", f"not fetched: {answer.reason}", url)
        return
    for one in unpack.pieces(url, io.BytesIO(answer.body), config.max_page_bytes):
        yield one if isinstance(one, Rejected) or one.capture else one._replace(capture=_capture(one, url, answer))


def _capture(one: Piece, url: str, answer: Answer) -> Capture:
    """A page by itself came from its address; of a part of something longer only the moment is known."""
    whole = one.name == url and not isinstance(one.data, Row)
    return answer.capture if whole else Capture(fetched=answer.capture.fetched)
