"""Addresses taken apart: only http and https, no credentials, hosts in their ASCII form."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

import idna

from onrecord.fetch.answers import FetchError

PORTS = {"http": 80, "https": 443}
LONGEST = 2_000
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*\.?")
_KEPT = "!$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be asked. ``host`` in ASCII, an IPv6 address without brackets; ``target`` path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def netloc(self) -> str:
        """Host and port as a Host header writes them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt holds for."""
        return f"{self.scheme}://{self.netloc}"

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


def is_web(name: str) -> bool:
    """True for what is written as an address of the web."""
    return name[:8].lower().startswith(("http://", "https://"))


def parse(url: str) -> Address:
    """The address of a URL. Raises FetchError where it cannot or must not be asked."""
    if len(url) > LONGEST or any(ord(one) <= 32 or one in "\x7f\\" for one in url):
        raise FetchError("the address is too long or holds blanks, controls or backslashes")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError("the address cannot be taken apart") from error
    if parts.scheme not in PORTS:
        raise FetchError(f"only http and https are fetched, not {parts.scheme[:20] or 'this'}")
    if "@" in parts.netloc:
        raise FetchError("an address with a name or password in it is not fetched")
    try:
        path, query = (quote(part, safe=_KEPT) for part in (parts.path or "/", parts.query))
    except UnicodeError as error:
        raise FetchError("the address holds what is no character") from error
    target = f"{path}?{query}" if query else path
    return Address(parts.scheme, _host(parts.hostname or ""), PORTS[parts.scheme] if port is None else port, target)


def joined(at: Address, location: str) -> Address:
    """Where a redirect leads. Raises FetchError as ``parse`` does, and for a way from https down to http."""
    try:
        to = parse(urljoin(str(at), location.strip().replace(" ", "%20")))
    except ValueError as error:
        raise FetchError("redirected to what is no address") from error
    if at.scheme == "https" and to.scheme == "http":
        raise FetchError(f"redirected from https down to http ({to.host})")
    return to


def _host(name: str) -> str:
    if ":" in name:
        return _ipv6(name)
    try:
        ascii_name = name if name.isascii() else idna.encode(name, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise FetchError("the host is no name of the web") from error
    if len(ascii_name) > 253 or not _HOST.fullmatch(ascii_name.lower()):
        raise FetchError("the host is no name of the web")
    return ascii_name.lower().rstrip(".")


def _ipv6(name: str) -> str:
    try:
        address = ipaddress.IPv6Address(name)
    except ValueError as error:
        raise FetchError("the host is no name of the web") from error
    if address.scope_id:
        raise FetchError("an address of one link is not fetched")
    return str(address)
