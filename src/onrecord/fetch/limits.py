"""What a server is given at most."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.config import MAX_PAGE_BYTES


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one request, in seconds and bytes, and of the hops of a fetch.

    ``body``: bytes of the answer as sent and again once unpacked. ``patience``: how long we wait for a host's turn
    before the address is left for later. ``longest_delay`` caps what a robots.txt may ask for between two requests,
    ``longest_wait`` what a Retry-After or a row of failures may.
    """

    resolve: float = 10.0
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    head: int = 65_536
    body: int = MAX_PAGE_BYTES
    robots: int = 512_000
    redirects: int = 5
    least_delay: float = 1.0
    longest_delay: float = 30.0
    first_wait: float = 60.0
    longest_wait: float = 86_400.0
    patience: float = 35.0
