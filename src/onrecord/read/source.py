"""What every reader is handed, and the two things it may hand back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from onrecord.config import Config
from onrecord.model import Capture, Form, Given, Page, Rejected


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


def digest_of(data: bytes) -> str:
    """SHA-256 of the bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
