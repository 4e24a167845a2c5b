"""Where the desk can be reached, and what follows from it: which names it answers to, who is at the machine itself."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_LOCAL = ("localhost", "127.0.0.1", "::1")
# A bare IPv6 address, which some clients send, has no port.
_HOST = re.compile(r"(?:\[(?P<literal>[0-9a-f:.]+)\]|(?P<name>[a-z0-9._-]+|[0-9a-f:.]+))(?::[0-9]{0,5})?")
_PORTS = {"http": 80, "https": 443}
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Entrance:
    """The address the desk listens on (``host``) and, behind a proxy, the one that people type (``reached_as``).

    ``reached_as`` has a scheme and a host ("https://desk.example"). ``open_reading``: whether those who did not sign
    in may read.
    """

    host: str
    reached_as: str = ""
    open_reading: bool = False

    @property
    def local(self) -> bool:
        """Whether only this machine reaches the desk."""
        return is_local(self.host) and not self.reached_as

    @property
    def https(self) -> bool:
        """Whether what travels between people and the desk is encrypted, as far as the desk was told."""
        return self.reached_as.startswith("https://")

    def answers_to(self, host_header: str) -> bool:
        """Whether a Host header names the desk."""
        public = urlsplit(self.reached_as).hostname
        return allowed(host_header, self.host) or (public is not None and name_of(host_header) == public)

    def origin(self, host_header: str) -> str:
        """The origin of the desk's own pages for a request that came under this Host header."""
        public = urlsplit(self.reached_as).hostname
        if public is not None and name_of(host_header) == public:
            return origin_of(self.reached_as)
        return origin_of(f"http://{host_header.strip()}")

    def cookie(self, name: str) -> str:
        """The name of a cookie: over https one that no other host and no page in the open can set (RFC 6265bis)."""
        return f"__Host-{name}" if self.https else name

    def trusts(self, peer: str) -> bool:
        """Whether a peer is the proxy in front: there is one, and the peer is of this machine or its own network."""
        address = address_of(peer)
        return bool(self.reached_as and address and (address.is_loopback or address.is_private))


def allowed(host_header: str, bound: str) -> bool:
    """Whether a Host header names the bound host.

    A page elsewhere can point its own name at this machine (DNS rebinding), and then its scripts could read the desk:
    so only names that nobody else can own are answered. Bound to all interfaces, any literal address is one.
    """
    name = name_of(host_header)
    if name and name == bound.lower().strip("[]"):
        return True
    if is_local(bound):
        return name in _LOCAL
    return _is_everywhere(bound) and (name in _LOCAL or address_of(name) is not None)


def origin_of(url: str) -> str:
    """Scheme, host and port of an address, the port left out where it is the scheme's own; empty where it has none."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return ""
    if parts.scheme not in _PORTS or not host or parts.path or parts.query or parts.fragment or "@" in parts.netloc:
        return ""
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port not in (None, _PORTS[parts.scheme]) else "")


def name_of(host_header: str) -> str:
    """The host of a Host header, without port and brackets; empty where it is none. Source: RFC 9110, 7.2."""
    found = _HOST.fullmatch(host_header.strip().lower())
    return (found["literal"] or found["name"]) if found else ""


def address_of(name: str) -> Address | None:
    """The network address that a name is; None where it is none."""
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def is_local(bound: str) -> bool:
    """Whether an address to listen on is of this machine alone."""
    address = address_of(bound.strip("[]"))
    return bound.lower() == "localhost" or bool(address and address.is_loopback)


def _is_everywhere(bound: str) -> bool:
    address = address_of(bound.strip("[]"))
    return bool(address and address.is_unspecified)
