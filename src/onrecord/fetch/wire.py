"""A connection to an address that was checked, with an end to its time and its bytes."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Sequence
from functools import cache
from typing import Protocol

import certifi

from onrecord.fetch.addresses import Address
from onrecord.fetch.answers import FetchError
from onrecord.fetch.clock import Clock
from onrecord.fetch.limits import Limits
from onrecord.fetch.permit import Permit

CHUNK = 16_384


class Dial(Protocol):
    """Opens a connection to an IP address. Raises OSError where it cannot."""

    def __call__(self, ip: str, port: int, seconds: float) -> socket.socket:
        """The connected socket."""


def dial(ip: str, port: int, seconds: float) -> socket.socket:
    """Connects to an IP address; no name is resolved and no proxy is asked."""
    family = socket.AF_INET6 if ":" in ip else socket.AF_INET
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        one.settimeout(seconds)
        one.connect((ip, port))
    except BaseException:
        one.close()
        raise
    return one


@cache
def trust() -> ssl.SSLContext:
    """Certificates are verified against the host's name, by the roots of the system; where it has none, certifi's."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        context.load_verify_locations(certifi.where())
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class Wire:
    """A connected socket that gives up at its deadline, or when it received too much. Use ``with``."""

    def __init__(self, connected: socket.socket, limits: Limits, clock: Clock, ends: float) -> None:
        self.socket = connected
        self.limits = limits
        self.clock = clock
        self.ends = ends
        self.received = 0

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def secure(self, context: ssl.SSLContext, host: str) -> None:
        """Speaks TLS from here on. Raises FetchError where the certificate is not the host's."""
        self.socket.settimeout(self._patience(self.limits.connect))
        try:
            self.socket = context.wrap_socket(self.socket, server_hostname=host)
        except ssl.SSLCertVerificationError as error:
            raise FetchError(
                f"the certificate of {host} does not verify: {error.verify_message}", retry="again"
            ) from error

    def send(self, data: bytes) -> None:
        """Sends all of it."""
        self.socket.settimeout(self._patience(self.limits.read))
        self.socket.sendall(data)

    def receive(self) -> bytes:
        """The next bytes; none at the end."""
        self.socket.settimeout(self._patience(self.limits.read))
        data = self.socket.recv(CHUNK)
        self.received += len(data)
        # A body in chunks of a byte has six on the wire; whoever needs more than that says nothing worth waiting for.
        if self.received > 2 * self.limits.body + self.limits.head:
            raise FetchError(f"too large: over {self.limits.body:,} bytes")
        return data

    def _patience(self, most: float) -> float:
        left = self.ends - self.clock.monotonic()
        if left <= 0:
            raise FetchError(f"took over {self.limits.total:g} seconds", retry="again")
        return min(most, left)


def connect(at: Address, ips: Sequence[str], permit: Permit, wire_of: WireMaker) -> Wire:
    """A connection to the first of the addresses that answers; every one of them is checked before any is tried.

    The address at the far end of the socket is checked once more. Raises FetchError or OSError.
    """
    for ip in ips:
        permit.check_ip(at.host, ip)
    failed: OSError | None = None
    for ip in ips:
        try:
            wire = wire_of(ip, at.port)
        except OSError as error:
            failed = error
            continue
        return _checked(wire, at, ip, permit)
    raise failed or OSError("no address")


class WireMaker(Protocol):
    """Connects to an IP address."""

    def __call__(self, ip: str, port: int) -> Wire:
        """A wire to it."""


def _checked(wire: Wire, at: Address, ip: str, permit: Permit) -> Wire:
    try:
        peer = str(wire.socket.getpeername()[0])
        if ipaddress.ip_address(peer.partition("%")[0]) != ipaddress.ip_address(ip.partition("%")[0]):
            permit.check_ip(at.host, peer)
            raise FetchError(f"{at.host} answered from another address than the one that was asked", retry="again")
    except BaseException:
        wire.socket.close()
        raise
    return wire
