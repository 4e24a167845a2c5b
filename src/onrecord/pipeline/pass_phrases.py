"""Pass phrases hashed with Argon2id (RFC 9106), by the parameters of OWASP's Password Storage Cheat Sheet."""

from __future__ import annotations

import secrets
from base64 import b64encode
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MEMORY = 19_456  # KiB
PASSES = 2
LANES = 1


def hashed(phrase: str) -> str:
    """The hash of a pass phrase with its own salt, as it is kept. Takes 19 MiB and some hundredths of a second."""
    return _hasher().hash(phrase)


def right(phrase: str, kept: str | None) -> bool:
    """Whether it is the pass phrase of a hash. Without one it takes as long, and is not: time tells nothing."""
    try:
        return _hasher().verify(kept or _nobodys(), phrase)
    except (VerificationError, InvalidHashError):
        return False


def outdated(kept: str) -> bool:
    """Whether a hash was made with other parameters than those of today."""
    return _hasher().check_needs_rehash(kept)


def _nobodys() -> str:
    """A hash that no pass phrase has: its salt and its digest are random."""
    salt, digest = (b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (16, 32))
    return f"$argon2id$v=19$m={MEMORY},t={PASSES},p={LANES}${salt}${digest}"


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY, parallelism=LANES)
