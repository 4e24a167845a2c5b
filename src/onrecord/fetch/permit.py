"""Where a fetch may lead: public addresses on the usual ports, and what the user named himself."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from onrecord.fetch.addresses import PORTS, Address, parse
from onrecord.fetch.answers import FetchError
from onrecord.knowledge.tables import table


@dataclass(frozen=True, slots=True)
class Permit:
    """What one fetch may reach beyond the public web: hosts with private addresses, and ports other than 80 and 443.

    Both hold for all hops of the fetch, and both come from what the user typed, never from a page.
    """

    private: frozenset[str] = frozenset()
    ports: frozenset[tuple[str, int]] = frozenset()

    def check_port(self, at: Address) -> None:
        """Raises FetchError for a port that nobody asked for."""
        if at.port not in PORTS.values() and (at.host, at.port) not in self.ports:
            raise FetchError(f"port {at.port} of {at.host} is fetched only where you type it yourself")

    def check_ip(self, host: str, ip: str) -> None:
        """Raises FetchError for an address that is not of the public network, unless the host was allowed by name."""
        what = special(ip)
        if what and host not in self.private:
            leads = f"{host} leads to {ip}, which" if host != ip else host
            raise FetchError(f"{leads} is no public address ({what})")


def check_typed(typed: str, allow_private: Iterable[str]) -> None:
    """Raises FetchError for an address that is seen to be private without asking for its name, or that is not https.

    Both may be where its host is on the list. A name that leads into this network is refused when it is asked.
    Source of what "localhost" is: RFC 6761, 6.3; of hosts whose last part is a number: the URL Standard, 3.5.
    """
    at = parse(typed)
    permit = permit_for(typed, allow_private)
    if at.host in permit.private:
        return
    if ":" in at.host or at.host.rpartition(".")[2].isdigit():
        permit.check_ip(at.host, at.host)
    if at.host.rpartition(".")[2] == "localhost":
        raise FetchError(f"{at.host} is no public address (this machine)")
    if at.scheme != "https":
        raise FetchError("its address must begin with https://")


def permit_for(typed: str, allow_private: Iterable[str]) -> Permit:
    """The permit of an address that a user typed, or that what he follows led to.

    The list of allowed hosts counts only where the typed address is on it: a feed of the public web never leads into
    an intranet. Raises FetchError where the typed address cannot be asked at all.
    """
    at = parse(typed)
    allowed = frozenset(map(_host, allow_private))
    return Permit(allowed if at.host in allowed else frozenset(), frozenset([(at.host, at.port)]))


def _host(allowed: str) -> str:
    """A host of the list, or of an address on it, as an address has it: in ASCII, without brackets and port."""
    try:
        return parse(allowed if "://" in allowed else f"http://{allowed}/").host
    except FetchError:
        return allowed.lower()  # an IPv6 address without brackets


def special(ip: str) -> str | None:
    """What an IP address is where it is none of the public network; None where it is. Unreadable ones are special."""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return "no IP address"
    return next((what for network, what in _networks() if _holds(network, address)), None)


def _holds(network: IPv4Network | IPv6Network, address: IPv4Address | IPv6Address) -> bool:
    return network.version == address.version and address in network


@cache
def _networks() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    return tuple((ipaddress.ip_network(row["network"]), row["what"]) for row in table("special_networks"))
