"""Reading pages without keeping anything."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from onrecord.config import Config
from onrecord.fetch import Fetcher
from onrecord.model import Claim, Reading, Rejected
from onrecord.pipeline.online import pieces
from onrecord.pipeline.settle import settle
from onrecord.pipeline.sources import readings
from onrecord.read.inputs import Piece

Input: TypeAlias = str | Path | bytes


def read_pages(*inputs: Input, as_of: str | None = None, body: bool = False) -> Iterator[Reading | Rejected]:
    """What is in pages, one by one as they are read: article and statements, or a refusal with its reason.

    An input is a file, a folder or an http(s) address by name, or the bytes of a page. ``as_of``: the day on which the
    pages were looked at, YYYY-MM-DD; ``body``: each input is an article's own text, kept to the letter. Only addresses
    use the network.
    """
    config = Config(as_of=as_of, body=body)
    for _, one in readings(material(inputs, config), config):
        yield one


def claims_of(*found: Reading) -> tuple[Claim, ...]:
    """What readings claim, settled among themselves: positions, status by rule, figures, independent origins."""
    return settle(found).claims


def material(inputs: tuple[Input, ...], config: Config) -> Iterator[Piece | Rejected]:
    """The bytes of every input."""
    fetcher = Fetcher()
    for number, one in enumerate(inputs, 1):
        if isinstance(one, bytes):
            yield Piece(f"bytes {number}", one, None)
        else:
            yield from pieces([str(one)], io.BytesIO(), config, fetcher)
