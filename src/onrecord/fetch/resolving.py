"""Names to IP addresses, within a time."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Sequence
from typing import Protocol

from onrecord.fetch.answers import FetchError

MOST = 16


class Resolver(Protocol):
    """Finds the IP addresses of a host. Raises OSError where there are none."""

    def __call__(self, host: str, port: int) -> Sequence[str]:
        """The addresses as text, best first."""


def system_resolver(host: str, port: int) -> Sequence[str]:
    """The addresses as this machine knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def resolve(resolver: Resolver, host: str, port: int, seconds: float) -> Sequence[str]:
    """The addresses of a host. Raises FetchError where there are none, or none in time.

    The system's own calls may take minutes: a resolver that hangs is left to its thread, which ends with the process.
    """
    told: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()
    threading.Thread(target=_ask, args=(resolver, host, port, told), daemon=True).start()
    try:
        found = told.get(timeout=max(0.0, seconds))
    except queue.Empty:
        raise FetchError(f"the name {host} was not resolved in {seconds:g} seconds", retry="again") from None
    if isinstance(found, Exception) or not found:
        raise FetchError(f"the name {host} is not known", retry="again")
    return found[:MOST]


def _ask(resolver: Resolver, host: str, port: int, told: queue.SimpleQueue[Sequence[str] | Exception]) -> None:
    try:
        told.put(resolver(host, port))
    except (OSError, UnicodeError) as error:
        told.put(error)
