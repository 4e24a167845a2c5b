"""What comes of asking for an address: an answer, or a failure that says whether asking again makes sense."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.errors import OnrecordError
from onrecord.model import Capture, Validators

# "never": asking again gives the same. "again": something passing. "wait": nothing was asked, the host wants quiet.
Retry: TypeAlias = Literal["never", "again", "wait"]

LONGEST_VALIDATOR = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """Bytes of an address, unpacked, and how they came; without bytes where nothing changed since (``unchanged``)."""

    body: bytes
    capture: Capture

    @property
    def unchanged(self) -> bool:
        """True where the server says that what we have is what there is."""
        return self.capture.status == 304

    @property
    def validators(self) -> Validators:
        """What to ask with the next time."""
        etag, modified = (self.capture.header(name) for name in ("etag", "last-modified"))
        return Validators(_short(etag), _short(modified))


def _short(value: str | None) -> str | None:
    """What is too long to be sent back with every request is no validator."""
    return value if value and len(value) <= LONGEST_VALIDATOR else None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an address gave nothing. ``until``: when the host may be asked again (UTC, ISO 8601), where it is known."""

    url: str
    reason: str
    retry: Retry
    status: int | None = None
    until: str | None = None


class FetchError(OnrecordError):
    """That address cannot be fetched."""

    def __init__(self, reason: str, *, retry: Retry = "never", until: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry: Retry = retry
        self.until = until
