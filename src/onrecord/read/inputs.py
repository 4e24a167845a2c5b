"""From what the user typed to bytes: files, archives, folders walked in order, "-". One page in memory at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord.config import MAX_PAGE_BYTES
from onrecord.model import Rejected
from onrecord.read import unpack
from onrecord.read.source import Piece
from onrecord.read.zips import HIDDEN

__all__ = ["Piece", "walk"]

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")


def walk(inputs: Sequence[str], stdin: BinaryIO, *, max_bytes: int = MAX_PAGE_BYTES) -> Iterator[Piece | Rejected]:
    """The bytes of every input; of archives every page and of JSON Lines every row alone: inputs of any size stream.

    At most ``max_bytes`` + 1 bytes of a page are read: enough for ``read_bytes`` to see that it is too large.
    """
    for one in inputs:
        if one == "-":
            yield from unpack.pieces("-", stdin, max_bytes)
        elif not one:
            yield Rejected(one, "read", "empty name: no file or folder is called that")
        elif one.startswith(("http://", "https://")):
            yield Rejected(one, "read", "an address of the network, which is not fetched here", one)
        elif SCHEME.match(one) and not Path(one).exists():
            yield Rejected(one, "read", "no such file or folder, and of addresses only http and https are fetched")
        else:
            yield from _path(Path(one), max_bytes, set())


def _path(path: Path, max_bytes: int, walked: set[Path]) -> Iterator[Piece | Rejected]:
    """``walked``: the real folders of this input so far; a link back to one of them leads nowhere new."""
    try:
        if path.is_dir():
            real = path.resolve()
            inside = [] if real in walked else sorted(path.iterdir())
            walked.add(real)
            for inner in inside:
                if not inner.name.startswith(HIDDEN):
                    yield from _path(inner, max_bytes, walked)
        elif path.is_file():
            with path.open("rb") as stream:
                yield from unpack.pieces(str(path), stream, max_bytes)
        else:
            yield Rejected(str(path), "read", "no regular file" if path.exists() else "no such file or folder")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "damaged file or name"
        yield Rejected(str(path), "read", f"cannot be read: {why.lower()}")
