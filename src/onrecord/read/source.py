"""What every reader is handed, what it may hand back, and the pieces that inputs and archives come in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.config import Config
from onrecord.model import Capture, Form, Given, Page, Rejected

LONGEST_NAME = 500


class Piece(NamedTuple):
    """The bytes of one input, or of one record of an archive, under the name that the user gave."""

    name: str
    data: bytes
    capture: Capture | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one input under the name the user gave, with the settings of the run and how they were fetched."""

    name: str
    data: bytes
    config: Config
    capture: Capture | None = None

    def page(self, form: Form, content: str, *, url: str | None = None, given: Given | None = None) -> Page:
        """A page made of all these bytes."""
        fetched_from = self.capture.url if self.capture else None
        return Page(self.name, form, content, digest_of(self.data), url or fetched_from, given or Given(), self.capture)

    def refuse(self, reason: str, *, url: str | None = None, input_id: str | None = None) -> Rejected:
        """These bytes, kept as a refusal with its reason."""
        return Rejected(self.name, "read", reason, url, input_id, digest_of(self.data))


class Names:
    """Gives each part of an archive a name of its own: the same again for the same archive."""

    def __init__(self, archive: str) -> None:
        self.archive = archive
        self.given: dict[bytes, int] = {}  # how often, by hash: names are long and archives larger

    def name(self, part: str | None, number: int) -> str:
        """``archive#part``, or ``archive#number`` where the part has no name that could be shown; then (2), (3) ..."""
        if not part or len(part) > LONGEST_NAME or not part.isprintable():
            part = str(number)
        key = hashlib.blake2b(part.encode("utf-8", "replace"), digest_size=8).digest()
        self.given[key] = times = self.given.get(key, 0) + 1
        return f"{self.archive}#{part}" + (f" ({times})" if times > 1 else "")


def digest_of(data: bytes) -> str:
    """SHA-256 of the bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
