"""One request from the name to the answer: resolved once, every address checked, connected to what was checked."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import h11

from onrecord.fetch.addresses import Address
from onrecord.fetch.answers import FetchError
from onrecord.fetch.clock import Clock, SystemClock
from onrecord.fetch.exchange import Reply, Wanted, exchange
from onrecord.fetch.limits import Limits
from onrecord.fetch.permit import Permit
from onrecord.fetch.resolving import Resolver, resolve, system_resolver
from onrecord.fetch.wire import Dial, Wire, connect, dial, trust


@dataclass(frozen=True, slots=True)
class Outside:
    """What lies outside the program: time, names, connections, whose certificates are believed."""

    clock: Clock = field(default_factory=SystemClock)
    resolver: Resolver = system_resolver
    dial: Dial = dial
    tls: Callable[[], ssl.SSLContext] = trust


def ask(at: Address, permit: Permit, wanted: Wanted, limits: Limits, outside: Outside) -> Reply:
    """The answer to one request, whatever it is. Raises FetchError where there is none, or none that may be taken.

    All of it takes at most ``limits.total`` seconds. Proxies that the environment names are not asked.
    """
    permit.check_port(at)
    ends = outside.clock.monotonic() + limits.total
    try:
        ips = resolve(outside.resolver, at.host, at.port, min(limits.resolve, limits.total))
        with connect(at, ips, permit, partial(_wire, limits, outside, ends)) as wire:
            if at.scheme == "https":
                wire.secure(outside.tls(), at.host)
            return exchange(wire, wanted)
    except TimeoutError as error:
        raise FetchError(f"{at.host} did not answer in time", retry="again") from error
    except OSError as error:
        raise FetchError(f"{at.host} cannot be reached: {_why(error)}", retry="again") from error
    except h11.ProtocolError as error:
        raise FetchError(f"{at.host} answered with what is no HTTP ({error})"[:200], retry="again") from error


def _wire(limits: Limits, outside: Outside, ends: float, ip: str, port: int) -> Wire:
    left = min(limits.connect, ends - outside.clock.monotonic())
    if left <= 0:
        raise TimeoutError
    return Wire(outside.dial(ip, port, left), limits, outside.clock, ends)


def _why(error: OSError) -> str:
    if isinstance(error, ssl.SSLError):
        return f"TLS failed ({error.reason or 'no reason given'})"
    return (error.strerror or type(error).__name__).lower()
