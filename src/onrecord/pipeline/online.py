"""Inputs that are addresses of the web: fetched, and handed on like files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Protocol

from onrecord.config import Config
from onrecord.fetch.addresses import is_web
from onrecord.fetch.answers import Answer, Failure, FetchError
from onrecord.fetch.permit import Permit, permit_for
from onrecord.model import Rejected, Validators
from onrecord.read.inputs import Piece, walk


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
            yield _fetched(one, config, getter)
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


def _fetched(url: str, config: Config, getter: Getter) -> Piece | Rejected:
    answer = got(getter, url, url, config)
    if isinstance(answer, Failure):
        return Rejected(url, "read", f"not fetched: {answer.reason}", url)
    return Piece(url, answer.body, answer.capture)
