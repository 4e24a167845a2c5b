"""What is done to people's access: by whom, when and from where; and the secrets that are handed out."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from onrecord.model import PeopleEvent, PeopleWord
from onrecord.model.moments import STAMP

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Deed:
    """By whom, when (UTC), and from which network address; empty: at the machine itself."""

    by: str
    now: datetime
    address: str = ""

    @property
    def at(self) -> str:
        """The moment as the record keeps it."""
        return self.now.strftime(STAMP)

    def after(self, time: timedelta) -> str:
        """A moment so much later (or earlier), as the record keeps it."""
        return (self.now + time).strftime(STAMP)

    def event(self, what: PeopleWord, name: str, *, detail: str = "") -> PeopleEvent:
        """What is kept of it."""
        return PeopleEvent(self.at, what, name, self.by, self.address, detail)


def new_secret() -> str:
    """256 bits that nobody can guess, in letters, digits, - and _."""
    return secrets.token_urlsafe(SECRET_BYTES)


def kept_as(secret: str) -> bytes:
    """What is kept of a secret. It is random and long, so that a fast hash keeps it as well as a slow one would."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).digest()
